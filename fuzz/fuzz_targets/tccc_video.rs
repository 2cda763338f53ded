#![no_main]

callhook_fuzz::body_target!(callhook_fuzz::laws::payload::<callhook::tccc::VideoCdr>);
