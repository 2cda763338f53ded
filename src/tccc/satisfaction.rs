payload! {
    /// How satisfied the customer was: `Satisfaction` of the chat record.
    ///
    /// The push is documented as `{"id":"104","content":"满意"}`, its counterpart in the pull API as
    /// `{"Id":1,"Label":"满意"}` (`IMSatisfaction` in Tencent Cloud's SDK). Both are read; the push's form is written.
    #[derive(Eq, Hash)]
    pub struct Satisfaction {
        /// Id of the answer: text in the push (`"104"`); in the pull API a number, the value of the rating (满意度值).
        pub id: Option<String> = "id" as Id,
        /// The answer, for instance `满意` ("satisfied").
        #[doc(alias = "Label")]
        pub content: Option<String> = "content" | "Label" as Plain,
    }
}
