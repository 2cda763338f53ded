use chrono::TimeDelta;

use crate::wire::length::Seconds;

payload! {
    /// A video with its thumbnail: content of a `TIMVideoFileElem`.
    #[derive(Eq)]
    pub struct VideoContent {
        /// Where the video can be loaded. SDKs before version 4 do not send it.
        pub video_url: Option<String> = "VideoUrl",
        /// Id of the video.
        #[doc(alias = "VideoUUID")]
        pub video_uuid: Option<String> = "VideoUUID",
        /// Size of the video, in bytes.
        pub video_size: Option<u64> = "VideoSize",
        /// How long the video plays, to the second; 0 where it was sent from a web page.
        pub video_second: Option<TimeDelta> = "VideoSecond" as Seconds,
        /// Format of the video, `mp4` for instance.
        pub video_format: Option<String> = "VideoFormat",
        /// How the video is loaded: 2, by the URL. SDKs before version 4 do not send it.
        pub video_download_flag: Option<i64> = "VideoDownloadFlag",
        /// Where the thumbnail can be loaded. SDKs before version 4 do not send it.
        pub thumb_url: Option<String> = "ThumbUrl",
        /// Id of the thumbnail.
        #[doc(alias = "ThumbUUID")]
        pub thumb_uuid: Option<String> = "ThumbUUID",
        /// Size of the thumbnail, in bytes.
        pub thumb_size: Option<u64> = "ThumbSize",
        /// Width of the thumbnail, in pixels.
        pub thumb_width: Option<u64> = "ThumbWidth",
        /// Height of the thumbnail, in pixels.
        pub thumb_height: Option<u64> = "ThumbHeight",
        /// Format of the thumbnail, `JPG` for instance.
        pub thumb_format: Option<String> = "ThumbFormat",
        /// How the thumbnail is loaded: 2, by the URL. SDKs before version 4 do not send it.
        pub thumb_download_flag: Option<i64> = "ThumbDownloadFlag",
    }
}
