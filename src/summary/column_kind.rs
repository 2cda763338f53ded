closed_enum! {
    /// What a column of [`CallSummary`](super::CallSummary) holds, for the schema of a table of calls.
    ///
    /// ```
    /// use callhook::summary::{CallSummary, ColumnKind};
    ///
    /// let columns = CallSummary::COLUMNS.iter().zip(CallSummary::COLUMN_KINDS).map(|(column, kind)| match kind {
    ///     ColumnKind::Instant => format!("{column} TIMESTAMPTZ"),
    ///     ColumnKind::Seconds => format!("{column} BIGINT"),
    ///     ColumnKind::Flag => format!("{column} BOOLEAN NOT NULL"),
    ///     _ => format!("{column} TEXT"),
    /// });
    /// let table = format!("CREATE TABLE calls ({})", columns.collect::<Vec<_>>().join(", "));
    /// assert!(table.starts_with("CREATE TABLE calls (vendor TEXT, channel TEXT, account_id TEXT, "));
    /// ```
    pub enum ColumnKind {
        /// A text.
        Text = "text" => "Text", "文本";
        /// An instant, written as text, in RFC 3339 and UTC.
        Instant = "instant" => "Instant", "时间点";
        /// A duration in whole seconds, written as an integer.
        Seconds = "seconds" => "Seconds", "秒数";
        /// `true` or `false`; it always has a value.
        Flag = "flag" => "Flag", "是或否";
        /// Several texts, written as one, with a blank between two of them.
        Texts = "texts" => "Texts", "多个文本";
    }
}
