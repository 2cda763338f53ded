use chrono::TimeDelta;

payload! {
    /// A video with its thumbnail: content of a `TIMVideoFileElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct VideoContent {
        /// URL of the video. `None` if the sender's SDK is older than version 4.
        pub video_url: Option<String> = "VideoUrl" as Link,
        /// Id of the video; it may contain the sender's user id.
        #[doc(alias = "VideoUUID")]
        pub video_uuid: Option<String> = "VideoUUID" as Account,
        /// Size of the video, in bytes.
        pub video_size: Option<u64> = "VideoSize",
        /// Duration of the video, in seconds; 0 if it was sent from a web page.
        pub video_second: Option<TimeDelta> = "VideoSecond" as Seconds,
        /// Format of the video, for instance `mp4`.
        pub video_format: Option<String> = "VideoFormat" as Plain,
        /// How the video is downloaded: 2 means from its URL. `None` if the sender's SDK is older than version 4.
        pub video_download_flag: Option<i64> = "VideoDownloadFlag",
        /// URL of the thumbnail. `None` if the sender's SDK is older than version 4.
        pub thumb_url: Option<String> = "ThumbUrl" as Link,
        /// Id of the thumbnail; it may contain the sender's user id.
        #[doc(alias = "ThumbUUID")]
        pub thumb_uuid: Option<String> = "ThumbUUID" as Account,
        /// Size of the thumbnail, in bytes.
        pub thumb_size: Option<u64> = "ThumbSize",
        /// Width of the thumbnail, in pixels.
        pub thumb_width: Option<u64> = "ThumbWidth",
        /// Height of the thumbnail, in pixels.
        pub thumb_height: Option<u64> = "ThumbHeight",
        /// Format of the thumbnail, for instance `JPG`.
        pub thumb_format: Option<String> = "ThumbFormat" as Plain,
        /// How the thumbnail is downloaded: 2 means from its URL. `None` if the sender's SDK is older than version 4.
        pub thumb_download_flag: Option<i64> = "ThumbDownloadFlag",
    }
}
