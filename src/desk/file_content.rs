payload! {
    /// A file: content of a `TIMFileElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct FileContent {
        /// URL of the file. `None` if the sender's SDK is older than version 4.
        pub url: Option<String> = "Url" as Link,
        /// Id of the file; it may contain the sender's user id.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID" as Account,
        /// Size, in bytes.
        pub file_size: Option<u64> = "FileSize",
        /// Name of the file. One table of the vendor's documentation spells the key `fileName`, which is read as well.
        pub file_name: Option<String> = "FileName" as FreeText,
        /// How the file is downloaded: 2 means from its URL. `None` if the sender's SDK is older than version 4.
        pub download_flag: Option<i64> = "Download_Flag",
    }
}
