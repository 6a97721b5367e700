//! The macro behind the list of commands.

/// Declares the commands once: `dispatch`, `NAMES`, `NEEDS` and the TypeScript map follow.
///
/// A handler before sign-in is `async fn(&Host, &Seat, Request) -> Result<View, ApiError>`; a
/// handler after it is `async fn(&Desk, Request) -> Result<View, ApiError>`.
macro_rules! commands {
    (
        before_sign_in { $($(#[$odoc:meta])* $omodule:ident::$oname:ident($oreq:ty) -> $oview:ty;)* }
        signed_in { $($(#[$doc:meta])* $module:ident::$name:ident($req:ty) -> $view:ty, $needs:expr;)* }
    ) => {
        /// Every command.
        pub const NAMES: &[&str] = &[$(stringify!($oname),)* $(stringify!($name),)*];

        /// The permission that each command needs; `None` before sign-in.
        pub const NEEDS: &[(&str, Option<P>)] =
            &[$((stringify!($oname), None),)* $((stringify!($name), Some($needs)),)*];

        /// Runs a command by its name.
        ///
        /// # Errors
        /// What the command answers when it says no; `invalid` for an unknown name or a request
        /// of the wrong shape.
        pub async fn dispatch(
            host: &$crate::Host,
            seat: &$crate::Seat,
            name: &str,
            payload: serde_json::Value,
        ) -> Result<serde_json::Value, $crate::ApiError> {
            match name {
                $(stringify!($oname) => {
                    let request: $oreq = $crate::host::parse(payload)?;
                    let view: $oview = Box::pin($omodule::$oname(host, seat, request)).await?;
                    $crate::host::shape(&view)
                })*
                $(stringify!($name) => {
                    let desk = $crate::host::Desk::at(host, seat, $needs).await?;
                    let request: $req = $crate::host::parse(payload)?;
                    let view: $view = Box::pin($module::$name(&desk, request)).await?;
                    $crate::host::shape(&view)
                })*
                _ => Err($crate::ApiError::of($crate::ErrorCode::Invalid)),
            }
        }

        /// The TypeScript of every request and view, and the map from command to both.
        #[must_use]
        pub fn commands_typescript() -> String {
            let mut types = $crate::typescript::Types::default();
            types.also::<$crate::ApiError>();
            $(types.command::<$oreq, $oview>(stringify!($oname));)*
            $(types.command::<$req, $view>(stringify!($name));)*
            types.finish()
        }
    };
}
