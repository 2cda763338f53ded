codes! {
    /// Format of a picture: `ImageFormat` of [`ImageContent`].
    pub enum ImageFormat: "image format" {
        /// JPG.
        Jpg = 1 => "JPG", "JPG";
        /// GIF.
        Gif = 2 => "GIF", "GIF";
        /// PNG.
        Png = 3 => "PNG", "PNG";
        /// BMP.
        Bmp = 4 => "BMP", "BMP";
        /// A format without a number of its own. ([`Other`](Self::Other) is a number that the page lacks.)
        OtherFormat = 255 => "Other format", "其他";
    }
}

codes! {
    /// Which form of a picture: `Type` of [`ImageInfo`].
    pub enum ImageType: "image type" {
        /// As it was sent.
        Original = 1 => "Original", "原图";
        /// Made smaller, for a screen.
        Large = 2 => "Large", "大图";
        /// Thumbnail.
        Thumbnail = 3 => "Thumbnail", "缩略图";
    }
}

payload! {
    /// A picture: content of a `TIMImageElem`.
    #[derive(Eq)]
    pub struct ImageContent {
        /// Id of the picture.
        #[doc(alias = "UUID")]
        pub uuid: Option<String> = "UUID",
        /// Its format.
        pub image_format: Option<ImageFormat> = "ImageFormat",
        /// Its forms: as sent, large, thumbnail.
        pub image_info_array: Vec<ImageInfo> = "ImageInfoArray",
    }
}

impl ImageContent {
    /// The form of that type.
    pub fn image(&self, r#type: ImageType) -> Option<&ImageInfo> {
        self.image_info_array.iter().find(|image| image.r#type == Some(r#type))
    }
}

payload! {
    /// One form of a picture: an item of `ImageInfoArray` of [`ImageContent`].
    #[derive(Eq)]
    pub struct ImageInfo {
        /// Which form.
        pub r#type: Option<ImageType> = "Type",
        /// Size, in bytes.
        pub size: Option<u64> = "Size",
        /// Width, in pixels; 0 where the sender did not know it.
        pub width: Option<u64> = "Width",
        /// Height, in pixels; 0 where the sender did not know it.
        pub height: Option<u64> = "Height",
        /// Where it can be loaded.
        #[doc(alias = "URL")]
        pub url: Option<String> = "URL",
    }
}
