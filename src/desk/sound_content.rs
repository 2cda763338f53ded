use chrono::TimeDelta;

use crate::wire::length::Seconds;

payload! {
    /// A voice message: content of a `TIMSoundElem`.
    #[derive(Eq)]
    pub struct SoundContent {
        /// Where it can be loaded. SDKs before version 4 do not send it.
        pub url: Option<String> = "Url",
        /// Id of the file.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID",
        /// Size, in bytes.
        pub size: Option<u64> = "Size",
        /// How long it plays, to the second.
        pub second: Option<TimeDelta> = "Second" as Seconds,
        /// How it is loaded: 2, by the URL. SDKs before version 4 do not send it.
        pub download_flag: Option<i64> = "Download_Flag",
    }
}
