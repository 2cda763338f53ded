use super::CustomContent;
use crate::model::from_str;

open_enum! {
    /// The kind of a message of the vendor's general chat kit (TUIKit): `businessID` of [`BusinessMessage`].
    ///
    /// The values are not documented; these are from the kit.
    pub enum BusinessId: "business id" {
        /// The sender is typing, or has stopped.
        #[doc(alias = "user_typing_status")]
        UserTypingStatus = "user_typing_status" => "Typing status", "正在输入状态";
        /// A text with a link.
        #[doc(alias = "text_link")]
        TextLink = "text_link" => "Text with link", "文本链接";
        /// A rating.
        Evaluation = "evaluation" => "Rating", "评价";
        /// An order: picture, title, description, price and link.
        Order = "order" => "Order", "订单";
        /// A quick tap. What it holds is not known.
        #[doc(alias = "quick_tap")]
        QuickTap = "quick_tap" => "Quick tap", "快捷点击";
    }
}

open_enum! {
    /// Whether the sender is typing: `actionParam` of [`BusinessMessage`].
    pub enum InputStatus: "input status" {
        /// The sender is typing. Source: the vendor's chat kit.
        #[doc(alias = "EIMAMSG_InputStatus_Ing")]
        Typing = "EIMAMSG_InputStatus_Ing" => "Typing", "正在输入";
        /// The sender has stopped typing. Source: the vendor's chat kit.
        #[doc(alias = "EIMAMSG_InputStatus_End")]
        Ended = "EIMAMSG_InputStatus_End" => "Stopped typing", "结束输入";
    }
}

payload! {
    /// A message of the vendor's general chat kit (TUIKit): the `Data` of a [`CustomContent`](super::CustomContent)
    /// that has a `businessID`.
    ///
    /// [`CustomContent::business_message`](super::CustomContent::business_message) reads it. One struct has the fields
    /// of all kinds; [`business_id`](Self::business_id) says which of them to expect, and the others are `None`.
    ///
    /// Not documented; source: the kit.
    #[derive(Eq, Hash)]
    pub struct BusinessMessage {
        /// The kind of the message.
        #[doc(alias = "businessID")]
        pub business_id: Option<BusinessId> = "businessID",
        /// Version of the structure of this kind of message.
        pub version: Option<i64> = "version",
        /// Whether the sender is typing (0 or 1 on the wire). Only a typing status has it.
        pub typing_status: Option<bool> = "typingStatus" as ZeroOrOne,
        /// What the user did: 14 in a typing status. Other values are not known.
        pub user_action: Option<i64> = "userAction",
        /// The same as [`typing_status`](Self::typing_status), as a text.
        pub action_param: Option<InputStatus> = "actionParam",
        /// The text of a `text_link` message.
        pub text: Option<String> = "text" as FreeText,
        /// The link of a `text_link` message or of an order.
        pub link: Option<String> = "link" as Link,
        /// The score of a rating.
        pub score: Option<i64> = "score",
        /// The comment of a rating.
        pub comment: Option<String> = "comment" as FreeText,
        /// URL of an order's picture.
        pub image_url: Option<String> = "imageUrl" as Link,
        /// Title of an order.
        pub title: Option<String> = "title" as FreeText,
        /// Description of an order.
        pub description: Option<String> = "description" as FreeText,
        /// Price of an order, as the client writes it.
        pub price: Option<String> = "price" as FreeText,
    }
}

impl CustomContent {
    /// Reads [`data`](Self::data) as a message of the vendor's general chat kit; `None` if it has no `businessID`. The
    /// text is parsed only when you call this.
    ///
    /// ```
    /// use callhook::desk::{BusinessId, CustomContent};
    ///
    /// let rated: CustomContent =
    ///     callhook::from_str(r#"{"Data":"{\"businessID\":\"evaluation\",\"score\":5,\"comment\":\"Quick\"}"}"#)?;
    /// let message = rated.business_message().unwrap();
    /// assert_eq!(message.business_id, Some(BusinessId::Evaluation));
    /// assert_eq!((message.score, message.comment.as_deref()), (Some(5), Some("Quick")));
    ///
    /// let desk: CustomContent = callhook::from_str(r#"{"Data":"{\"customerServicePlugin\":0,\"src\":\"7\"}"}"#)?;
    /// assert_eq!(desk.business_message(), None);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn business_message(&self) -> Option<BusinessMessage> {
        from_str::<BusinessMessage>(self.data.as_deref()?).ok().filter(|message| message.business_id.is_some())
    }
}
