payload! {
    /// How satisfied the customer was: `Satisfaction` of the chat record.
    ///
    /// The push's page writes `{"id":"104","content":"满意"}`, the pull API `{"Id":1,"Label":"满意"}` (`IMSatisfaction` in
    /// Tencent Cloud's SDK). Both are read, the page's is written.
    #[derive(Eq)]
    pub struct Satisfaction {
        /// Number of the answer; the push writes it as text (`"104"`), the pull API as a number.
        pub id: Option<String> = "id",
        /// The answer, `满意` ("satisfied") for instance.
        #[doc(alias = "Label")]
        pub content: Option<String> = "content" | "Label",
    }
}
