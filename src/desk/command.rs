open_enum! {
    /// Which callback a request is for: `CallbackCommand` of the URL query and of the body.
    pub enum Command: "callback command" {
        /// An event of a chat session: [`SessionEvent`](super::SessionEvent).
        #[doc(alias = "Desk.SessionEventNotify")]
        SessionEventNotify = "Desk.SessionEventNotify" => "Session event", "会话事件回调";
        /// Desk asks who should take a session: [`AssignAgent`](super::AssignAgent). Source: [the routing
        /// callback](https://www.tencentcloud.com/document/product/1229/68988).
        #[doc(alias = "ChatBot.OnAssignHuman")]
        OnAssignHuman = "ChatBot.OnAssignHuman" => "Assign an agent", "自定义路由回调";
        /// The same callback under its older name.
        #[doc(alias = "ChatBot.OnAssignAgent")]
        OnAssignAgent = "ChatBot.OnAssignAgent" => "Assign an agent (older name)", "自定义路由回调（旧）";
        /// A robot's flow calls an interface of yours: [`InterfaceInvocation`](super::InterfaceInvocation).
        #[doc(alias = "Chatbot.InterfaceInvocation")]
        InterfaceInvocation = "Chatbot.InterfaceInvocation" => "Interface call", "接口调用回调";
    }
}
