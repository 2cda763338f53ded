payload! {
    /// An agent: `SeatUser` of each record. After a transfer it is the last one.
    #[derive(Eq)]
    pub struct SeatUser {
        /// E-mail address.
        pub mail: Option<String> = "Mail",
        /// Name.
        pub name: Option<String> = "Name",
        /// Nickname, as customers see it.
        pub nick: Option<String> = "Nick",
        /// Phone number; absent where the agent has none (`""` in the samples).
        pub phone: Option<String> = "Phone",
        /// User id; the e-mail address in the samples.
        pub user_id: Option<String> = "UserId",
        /// Staff number, leading zeros kept (`007`).
        pub staff_number: Option<String> = "StaffNumber",
        /// Names of the skill groups that the agent is in.
        pub skill_group_name_list: Vec<String> = "SkillGroupNameList",
    }
}
