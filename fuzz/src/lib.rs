//! The laws of reading, as assertions, and a mutator that knows JSON.

pub mod json;
pub mod laws;
pub mod mutate;

/// A request as one input: the URL query, a line end, the body.
pub fn split(request: &[u8]) -> Option<(&str, &[u8])> {
    let end = request.iter().position(|byte| *byte == b'\n')?;
    Some((std::str::from_utf8(&request[..end]).ok()?, &request[end + 1..]))
}

/// A target whose input is a body.
#[macro_export]
macro_rules! body_target {
    ($laws:expr) => {
        libfuzzer_sys::fuzz_target!(|body: &[u8]| {
            $laws(body);
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutate::mutate(data, 0, size, max_size, seed)
        });
    };
}

/// A target whose input is a request.
#[macro_export]
macro_rules! request_target {
    ($laws:expr) => {
        libfuzzer_sys::fuzz_target!(|request: &[u8]| {
            if let Some((query, body)) = $crate::split(request) {
                $laws(query, body);
            }
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            let start = data[..size].iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            $crate::mutate::mutate(data, start, size, max_size, seed)
        });
    };
}
