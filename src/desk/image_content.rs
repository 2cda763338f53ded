open_codes! {
    /// Format of a picture: `ImageFormat` of [`ImageContent`].
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    pub enum ImageFormat: "image format" {
        /// JPG.
        Jpg = 1 => "JPG", "JPG";
        /// GIF.
        Gif = 2 => "GIF", "GIF";
        /// PNG.
        Png = 3 => "PNG", "PNG";
        /// BMP.
        Bmp = 4 => "BMP", "BMP";
        /// A format without a number of its own. ([`Other`](Self::Other) is an unlisted number.)
        OtherFormat = 255 => "Other format", "其他";
    }
}

open_codes! {
    /// Version of a picture: `Type` of [`ImageInfo`].
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    pub enum ImageType: "image type" {
        /// As it was sent.
        Original = 1 => "Original", "原图";
        /// Scaled down, for a screen.
        Large = 2 => "Large", "大图";
        /// Thumbnail.
        Thumbnail = 3 => "Thumbnail", "缩略图";
    }
}

payload! {
    /// A picture: content of a `TIMImageElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct ImageContent {
        /// Id of the picture; it may contain the sender's user id.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID" as Account,
        /// Format of the picture.
        pub image_format: Option<ImageFormat> = "ImageFormat",
        /// Versions of the picture: original, large, thumbnail.
        pub image_info_array: Vec<ImageInfo> = "ImageInfoArray",
    }
}

impl ImageContent {
    /// The version of that type; `None` if the picture has none.
    pub fn image(&self, r#type: ImageType) -> Option<&ImageInfo> {
        self.image_info_array.iter().find(|image| image.r#type == Some(r#type))
    }
}

payload! {
    /// One version of a picture: an item of `ImageInfoArray` of [`ImageContent`].
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct ImageInfo {
        /// Which version it is.
        pub r#type: Option<ImageType> = "Type",
        /// Size, in bytes.
        pub size: Option<u64> = "Size",
        /// Width, in pixels; it may be 0.
        pub width: Option<u64> = "Width",
        /// Height, in pixels; it may be 0.
        pub height: Option<u64> = "Height",
        /// URL of the picture.
        #[doc(alias = "URL")]
        pub url: Option<String> = "URL" as Link,
    }
}
