//! What other front ends of serde read is what callhook reads.

use callhook::{Payload, desk, sevenmoor, tccc};

use crate::support::{fixtures, kinds};

/// Reads the samples of a type, whose names begin so, through sonic-rs; returns how many there are.
fn check<T: Payload>(starts: &[&str]) -> usize {
    let is_of_type = |name: &str| starts.iter().any(|start| name.starts_with(start));
    let samples: Vec<_> = fixtures().into_iter().filter(|fixture| is_of_type(&fixture.name)).collect();
    for fixture in &samples {
        let sonic: T = sonic_rs::from_slice(&fixture.body).unwrap();
        assert_eq!(sonic, callhook::from_slice::<T>(&fixture.body).unwrap(), "{}", fixture.name);
    }
    samples.len()
}

macro_rules! check_all {
    ($($type:ty: $($sample:literal $shape:ident),*;)*) => {
        [$(check::<$type>(&[$($sample),*])),*]
    };
}

#[test]
fn sonic_rs_reads_the_same_value() {
    let checked: usize = kinds!(check_all).iter().sum();
    assert_eq!(checked, fixtures().len());
}

/// With serde_json's `arbitrary_precision` on, a `Value` passes numbers to other serializers as a private map.
#[test]
fn another_serializer_gets_numbers_as_numbers() {
    let body = r#"{"SdkAppId":1,"SessionId":"s","ServeParticipants":[{"Sequence":1},7],"x":{"a":[-5,1.5]}}"#;
    let cdr: tccc::PhoneCdr = callhook::from_str(body).unwrap();
    assert_eq!(sonic_rs::to_string(&cdr).unwrap(), body);
}
