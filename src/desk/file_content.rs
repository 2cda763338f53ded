payload! {
    /// A file: content of a `TIMFileElem`.
    #[derive(Eq)]
    pub struct FileContent {
        /// Where it can be loaded. SDKs before version 4 do not send it.
        pub url: Option<String> = "Url",
        /// Id of the file.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID",
        /// Size, in bytes.
        pub file_size: Option<u64> = "FileSize",
        /// Name of the file. The page's table spells the key `fileName`, which is read too.
        pub file_name: Option<String> = "FileName",
        /// How it is loaded: 2, by the URL. SDKs before version 4 do not send it.
        pub download_flag: Option<i64> = "Download_Flag",
    }
}
