//! The samples that the crate hands out (feature `samples`).

use callhook::{Webhook, samples};

use crate::support::files;

#[test]
fn each_sample_is_its_fixture() {
    let mut of_the_documents: Vec<(String, Vec<u8>)> =
        files(".json").into_iter().filter(|(name, _)| !name.contains("authored")).collect();
    of_the_documents.sort();
    let mut samples: Vec<(String, Vec<u8>)> =
        samples::ALL.iter().map(|sample| (format!("{}.json", sample.name), sample.body.into())).collect();
    samples.sort();
    assert_eq!(samples, of_the_documents);
}

#[test]
fn each_sample_reads_as_what_it_is() {
    let families: Vec<(&str, String)> = samples::ALL
        .iter()
        .map(|sample| (sample.name, Webhook::from_request(sample.query, sample.body.as_bytes()).unwrap().family()))
        .collect();
    let families: Vec<(&str, &str)> = families.iter().map(|(name, family)| (*name, &**family)).collect();
    assert_eq!(
        families,
        [
            ("tccc/cdr", "tccc.cdr"),
            ("tccc/imcdr", "tccc.imcdr"),
            ("tccc/videoCdr", "tccc.videoCdr"),
            ("desk/session_event", "desk.session_event"),
            ("sevenmoor/dialoutRing", "sevenmoor.dialoutRing"),
            ("sevenmoor/dialoutHangup", "sevenmoor.dialoutHangup"),
            ("sevenmoor/incomingRing", "sevenmoor.callStatus"),
            ("sevenmoor/incomingHangup", "sevenmoor.incomingHangup"),
            ("sevenmoor/link", "sevenmoor.link"),
            ("sevenmoor/callStatus.talking", "sevenmoor.callStatus"),
            ("sevenmoor/callStatus.wrap-up", "sevenmoor.callStatus"),
            ("sevenmoor/cdr", "sevenmoor.cdr"),
            ("sevenmoor/mediaFailreason", "sevenmoor.mediaFailreason"),
            ("sevenmoor/login", "sevenmoor.login"),
            ("sevenmoor/logout", "sevenmoor.logout"),
        ]
    );
}
