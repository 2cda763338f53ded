use callhook::sevenmoor::*;
#[test]
fn smoke() {
    for f in std::fs::read_dir("fixtures/sevenmoor").unwrap() {
        let p = f.unwrap().path();
        if p.extension().unwrap() != "json" { continue }
        let b = std::fs::read(&p).unwrap();
        let push = Push::from_slice(&b).unwrap();
        let i = callhook::inspect::<Push>(&b).unwrap();
        assert_eq!(i.value, push);
        println!("{p:?} {}\n{}\n{}\n{push:?}", push.event_name(), i.report, serde_json::to_string(&push).unwrap());
        assert_eq!(Push::from_slice(&serde_json::to_vec(&push).unwrap()).unwrap(), push);
    }
}
