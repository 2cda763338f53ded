use super::{DeskMessage, DeskMessageContent, TaskInfo};
use crate::extra::Extra;
use crate::model::{Payload, from_str};

payload! {
    /// The `content` of one of Desk's own messages, if it is an object or the JSON text of one.
    ///
    /// [`DeskMessage::fields`](super::DeskMessage::fields) reads it. One struct has the fields of all kinds;
    /// [`DeskMessage::kind`](super::DeskMessage::kind) says which of them to expect, and the others are `None` or
    /// empty.
    ///
    /// Sources: [Desk's own messages](https://cloud.tencent.com/document/product/269/96058) for the common kinds, and
    /// the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct DeskMessageFields {
        /// Text above the choices, the form or the product. Choice lists, forms, products and task-flow branches have
        /// it.
        pub header: Option<String> = "header" as FreeText,
        /// Title of a robot's card.
        pub title: Option<String> = "title" as FreeText,
        /// Text above an order.
        pub guide: Option<String> = "guide" as FreeText,
        /// Name of what was ordered.
        pub name: Option<String> = "name" as FreeText,
        /// Description of a product or an order.
        pub desc: Option<String> = "desc" as FreeText,
        /// URL of the picture of a product or an order.
        pub pic: Option<String> = "pic" as Link,
        /// Link of a product or an order.
        pub url: Option<String> = "url" as Link,
        /// Further fields of a product or an order, of the sender's own design.
        pub custom_field: Vec<DeskCustomField> = "customField",
        /// The choices. Choice lists, forms, the robot's cards and task-flow branches have them.
        pub items: Vec<DeskMessageItem> = "items",
        /// Text below the choices.
        pub tail: Option<String> = "tail" as FreeText,
        /// The choice that was made; `None` until then.
        pub selected: Option<DeskMessageItem> = "selected",
        /// How a form is filled in.
        pub r#type: Option<FormType> = "type",
        /// When the customer is asked for a rating, as the sum of 1 (automatically), 2 (the agent may ask) and 4 (the
        /// customer may ask). Only the satisfaction settings have it.
        pub menu_send_rule_flag: Option<i64> = "menuSendRuleFlag",
        /// What the client should do. Messages of the older robot and of the agent's state have it.
        pub command: Option<DeskMessageCommand> = "command",
        /// Text of a robot's card; or the state that a command sets, such as `inSeat` and `outSeat` for an agent, or
        /// `inBot` and `leaveBot` for a robot.
        pub content: Option<String> = "content" as FreeText,
        /// Text above a task flow's form.
        pub tip: Option<String> = "tip" as FreeText,
        /// The inputs of a task flow's form, both when it is sent and when it comes back filled in.
        pub input_variables: Vec<InputVariable> = "inputVariables",
    }
}

payload! {
    /// A choice: an item of `items` of [`DeskMessageFields`], or what was `selected`.
    ///
    /// Sources: those of [`DeskMessageFields`].
    #[derive(Eq, Hash)]
    pub struct DeskMessageItem {
        /// The text of the choice.
        pub content: Option<String> = "content" as FreeText,
        /// Its description.
        pub desc: Option<String> = "desc" as FreeText,
    }
}

payload! {
    /// A further field of a product or an order: an item of `customField` of [`DeskMessageFields`].
    ///
    /// Sources: those of [`DeskMessageFields`].
    #[derive(Eq, Hash)]
    pub struct DeskCustomField {
        /// Name of the field.
        pub name: Option<String> = "name" as FreeText,
        /// Its value.
        pub value: Option<String> = "value" as FreeText,
    }
}

payload! {
    /// An input of a task flow's form: an item of `inputVariables` of [`DeskMessageFields`].
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct InputVariable {
        /// Name of the variable.
        pub name: Option<String> = "name" as Plain,
        /// Type of the variable. The values are not documented.
        pub r#type: Option<String> = "type" as Plain,
        /// How the input is filled in.
        pub form_type: Option<FormType> = "formType",
        /// Text that an empty input shows.
        pub placeholder: Option<String> = "placeholder" as FreeText,
        /// Whether the input must be filled in (0 or 1 on the wire).
        pub is_required: Option<bool> = "isRequired" as ZeroOrOne,
        /// What the customer filled in; `None` until then.
        pub variable_value: Option<String> = "variableValue" as FreeText,
        /// What the customer can choose from; empty for an input that is typed.
        pub choose_item_list: Vec<String> = "chooseItemList" as FreeText,
    }
}

payload! {
    /// A card that asks how satisfied the customer is: `menuContent` of a [`DeskMessage`](super::DeskMessage).
    ///
    /// [`DeskMessage::satisfaction_menu`](super::DeskMessage::satisfaction_menu) reads it. Source:
    /// [Desk's own messages](https://cloud.tencent.com/document/product/269/96058).
    #[derive(Eq, Hash)]
    pub struct SatisfactionMenu {
        /// Text above the choices.
        pub head: Option<String> = "head" as FreeText,
        /// Text below the choices.
        pub tail: Option<String> = "tail" as FreeText,
        /// How the choices are shown.
        pub r#type: Option<SatisfactionMenuType> = "type",
        /// The choices.
        pub menu: Vec<SatisfactionChoice> = "menu",
        /// Id of the session.
        pub session_id: Option<String> = "sessionId" as Id,
        /// For how many hours the card is valid.
        pub effective_hour: Option<i64> = "effectiveHour",
        /// When the card expires, in seconds. Whether they count from 1970 or from when the card is sent is not
        /// documented.
        pub expire_time: Option<i64> = "expireTime",
        /// The choice that was made; `None` until then.
        pub selected: Option<SatisfactionChoice> = "selected",
    }
}

payload! {
    /// A choice on a satisfaction card: an item of `menu` of [`SatisfactionMenu`], what was `selected` there, or
    /// `menuSelected` of a [`DeskMessage`].
    ///
    /// Source: [Desk's own messages](https://cloud.tencent.com/document/product/269/96058).
    #[derive(Eq, Hash)]
    pub struct SatisfactionChoice {
        /// Id of the choice.
        pub id: Option<String> = "id" as Id,
        /// Text of the choice.
        pub content: Option<String> = "content" as FreeText,
        /// Id of the session. Only `menuSelected` has it.
        pub session_id: Option<String> = "sessionId" as Id,
    }
}

open_codes! {
    /// How the choices of a satisfaction card are shown: `type` of [`SatisfactionMenu`].
    ///
    /// Source: the vendor's client kits.
    pub enum SatisfactionMenuType: "satisfaction card type" {
        /// As stars.
        Star = 1 => "Stars", "星级";
        /// As numbers.
        Number = 2 => "Numbers", "数字";
    }
}

open_codes! {
    /// How a form's input is filled in: `type` of [`DeskMessageFields`] and `formType` of [`InputVariable`].
    ///
    /// Source: the vendor's client kits.
    pub enum FormType: "form type" {
        /// By typing.
        Input = 0 => "Input", "输入";
        /// By choosing.
        Choice = 1 => "Choice", "选择";
    }
}

open_enum! {
    /// What one of Desk's own messages tells the client to do: `command` of [`DeskMessageFields`].
    ///
    /// The values are not documented; these are from the vendor's client kits.
    pub enum DeskMessageCommand: "message command" {
        /// Update a bubble.
        UpdateBubble = "updateBubble" => "Update bubble", "更新气泡";
        /// Update the search tips.
        UpdateSearchTips = "updateSearchTips" => "Update search tips", "更新搜索提示";
        /// Show a dialog.
        ShowDialog = "showDialog" => "Show dialog", "显示弹窗";
        /// Take feedback.
        Feedback = "feedback" => "Feedback", "反馈";
        /// Select a recommendation.
        SelectRecommend = "selectRecommend" => "Select recommendation", "选择推荐";
        /// Select a search tip.
        SelectSearchTips = "selectSearchTips" => "Select search tip", "选择搜索提示";
        /// Update the robot's state.
        UpdateBotStatus = "updateBotStatus" => "Update robot state", "更新机器人状态";
        /// Update the agent's state.
        UpdateSeatStatus = "updateSeatStatus" => "Update agent state", "更新客服状态";
    }
}

/// Reads an object as what it is documented to be.
fn read<T: Payload>(object: &Extra) -> Option<T> {
    // What was read as JSON can be written as JSON.
    from_str(&serde_json::to_string(object).ok()?).ok()
}

impl DeskMessage {
    /// Reads the fields of [`content`](Self::content); `None` if it is neither an object nor the JSON text of one.
    ///
    /// ```
    /// use callhook::desk::CustomContent;
    ///
    /// let mut content = CustomContent::default();
    /// content.data = Some(
    ///     r#"{"customerServicePlugin":0,"src":"15","content":{"header":"Which?","items":[{"content":"Order"}]}}"#.to_owned(),
    /// );
    /// let fields = content.desk_message().unwrap().fields().unwrap();
    /// assert_eq!(fields.header.as_deref(), Some("Which?"));
    /// assert_eq!(fields.items[0].content.as_deref(), Some("Order"));
    /// ```
    pub fn fields(&self) -> Option<DeskMessageFields> {
        match self.content.as_ref()? {
            DeskMessageContent::Object(object) => read(object),
            DeskMessageContent::Text(text) => from_str(text).ok(),
        }
    }

    /// Reads the satisfaction card: [`menu_content`](Self::menu_content). `None` if the message has none.
    pub fn satisfaction_menu(&self) -> Option<SatisfactionMenu> {
        read(self.menu_content.as_ref()?)
    }

    /// Reads what the customer chose on a satisfaction card: [`menu_selected`](Self::menu_selected). `None` if the
    /// message has no choice.
    pub fn satisfaction_choice(&self) -> Option<SatisfactionChoice> {
        read(self.menu_selected.as_ref()?)
    }

    /// Reads the task flow and its node: [`task_info`](Self::task_info). `None` if the message has none.
    pub fn task(&self) -> Option<TaskInfo> {
        read(self.task_info.as_ref()?)
    }

    /// The language in which the customer opens the chat or ends the session; `None` if the message does not say.
    pub fn language(&self) -> Option<&str> {
        self.triggered_content.as_ref()?.get("language")?.as_str()
    }
}
