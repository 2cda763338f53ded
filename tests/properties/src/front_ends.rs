//! What other front ends of serde read is what callhook reads.

use std::fmt::Debug;

use callhook::{Payload, desk, sevenmoor, tccc};
use serde::de::DeserializeOwned;

use crate::support::fixtures;

/// Reads the samples of one kind through sonic-rs; returns how many there are.
fn check<T: Payload + DeserializeOwned + PartialEq + Debug>(kind: &str) -> usize {
    let samples: Vec<_> = fixtures().into_iter().filter(|fixture| fixture.kind.name == kind).collect();
    for fixture in &samples {
        let sonic: T = sonic_rs::from_slice(&fixture.body).unwrap();
        assert_eq!(sonic, callhook::from_slice::<T>(&fixture.body).unwrap(), "{}", fixture.name);
    }
    samples.len()
}

#[test]
fn sonic_rs_reads_the_same_value() {
    let checked = check::<tccc::PhoneCdr>("tccc/cdr")
        + check::<tccc::ChatCdr>("tccc/imcdr")
        + check::<tccc::VideoCdr>("tccc/videoCdr")
        + check::<tccc::RecordPush>("tccc/record")
        + check::<tccc::VoicemailPush>("tccc/voicemail")
        + check::<tccc::InboundCall>("tccc/CallInBound")
        + check::<tccc::SpecifiedSeat>("tccc/specifiedSeat")
        + check::<desk::SessionEvent>("desk/session_event")
        + check::<desk::AssignAgent>("desk/assign_agent")
        + check::<desk::InterfaceInvocation>("desk/interface_invocation")
        + check::<sevenmoor::Push>("sevenmoor/");
    assert_eq!(checked, fixtures().len());
}
