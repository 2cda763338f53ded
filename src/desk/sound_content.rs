use chrono::TimeDelta;

payload! {
    /// A voice message: content of a `TIMSoundElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct SoundContent {
        /// URL of the message. `None` if the sender's SDK is older than version 4.
        pub url: Option<String> = "Url" as Link,
        /// Id of the file; it may contain the sender's user id.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID" as Account,
        /// Size, in bytes.
        pub size: Option<u64> = "Size",
        /// Duration of the message, in seconds.
        pub second: Option<TimeDelta> = "Second" as Seconds,
        /// How the message is downloaded: 2 means from its URL. `None` if the sender's SDK is older than version 4.
        pub download_flag: Option<i64> = "Download_Flag",
    }
}
