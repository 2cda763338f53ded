payload! {
    /// How satisfied the customer was: `Satisfaction` of the chat record.
    #[derive(Eq)]
    pub struct Satisfaction {
        /// Number of the answer; the vendor writes it as text (`"104"`).
        pub id: Option<String> = "id",
        /// The answer, `满意` ("satisfied") for instance.
        pub content: Option<String> = "content",
    }
}
