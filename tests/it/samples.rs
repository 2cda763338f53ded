//! The samples that the crate hands out (feature `samples`).

use callhook::{Vendor, Webhook, samples};

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
fn the_other_requests_have_samples_too() {
    let name = |sample: &samples::Sample| {
        let webhook = Webhook::from_request(sample.query, sample.body.as_bytes()).unwrap();
        (sample.name, sample.query, webhook.event_name(), webhook.acknowledgement().is_some())
    };
    assert_eq!(
        samples::AUTHORED.iter().map(name).collect::<Vec<_>>(),
        [
            ("tccc/CallInBound.authored", "", "CallInBound", false),
            ("tccc/specifiedSeat.authored", "action=specifiedSeat&version=1", "specifiedSeat", false),
            ("tccc/record.authored", "action=record&version=1", "record", true),
            ("tccc/voicemail.authored", "action=voicemail", "voicemail", true),
            (
                "desk/assign_agent.authored",
                "SdkAppid=1400000214&CallbackCommand=ChatBot.OnAssignHuman",
                "assign_agent",
                false,
            ),
            (
                "desk/interface_invocation.authored",
                "SdkAppid=1400000214&CallbackCommand=Chatbot.InterfaceInvocation",
                "interface_invocation",
                false,
            ),
        ]
    );
}

#[test]
fn each_sample_reads_as_what_it_is() {
    let events: Vec<(&str, Option<Vendor>, &str)> = samples::ALL
        .iter()
        .map(|sample| {
            let webhook = Webhook::from_request(sample.query, sample.body.as_bytes()).unwrap();
            (sample.name, webhook.vendor(), webhook.event_name())
        })
        .collect();
    let (tccc, desk, moor) = (Some(Vendor::Tccc), Some(Vendor::Desk), Some(Vendor::SevenMoor));
    assert_eq!(
        events,
        [
            ("tccc/cdr", tccc, "cdr"),
            ("tccc/imcdr", tccc, "imcdr"),
            ("tccc/videoCdr", tccc, "videoCdr"),
            ("desk/session_event", desk, "session_event"),
            ("sevenmoor/dialoutRing", moor, "dialoutRing"),
            ("sevenmoor/dialoutHangup", moor, "dialoutHangup"),
            ("sevenmoor/incomingRing", moor, "callStatus"),
            ("sevenmoor/incomingHangup", moor, "incomingHangup"),
            ("sevenmoor/link", moor, "link"),
            ("sevenmoor/callStatus.talking", moor, "callStatus"),
            ("sevenmoor/callStatus.wrap-up", moor, "callStatus"),
            ("sevenmoor/cdr", moor, "cdr"),
            ("sevenmoor/mediaFailreason", moor, "mediaFailreason"),
            ("sevenmoor/login", moor, "login"),
            ("sevenmoor/logout", moor, "logout"),
        ]
    );
}
