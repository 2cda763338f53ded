//! Queries are decoded as the web's own decoder does it.

use callhook::tccc::Query;
use proptest::prelude::*;

/// One parameter after an `action`, as each decoder reads it.
fn both_ways(parameter: &str) -> [Option<(String, String)>; 2] {
    let ours = Query::parse(&format!("action=cdr&{parameter}")).unwrap();
    let ours = ours.extra.iter().map(|(key, value)| (key.to_owned(), value.as_str().unwrap().to_owned())).next();
    let theirs = form_urlencoded::parse(parameter.as_bytes()).into_owned().next();
    [ours, theirs]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    // The `#` and `?` rules are callhook's own, and an empty text is no value.
    #[test]
    fn a_parameter_is_decoded_as_form_urlencoded_does(
        key in "x-([^#?&=]{0,20}|[a-z%+;0-9A-F]{0,8})",
        value in "[^#?&]{1,40}|([a-z%+=;0-9A-F]{1,4}){1,12}",
    ) {
        let [ours, theirs] = both_ways(&format!("{key}={value}"));
        prop_assert_eq!(ours, theirs);
    }
}
