//! Every command × every role: the reviewed table is the snapshot `permissions`; a new command
//! without its row fails. The refusal happens before the request is read, so a request of the wrong
//! shape tells "denied" from "allowed" (`invalid`).

use std::fmt::Write as _;

use api::{ErrorCode, Host, NEEDS, Seat};
use app::vault::Paths;
use domain::access::Role;
use testkit::World;

async fn answer(world: &World, role: Role, name: &str) -> ErrorCode {
    let (_folder, path) = testkit::db::scratch();
    let host = Host::new(Paths::new(path), world.app.clock.clone(), world.app.ids.clone());
    let seat = Seat::taken(world.app.clone(), world.session(role));
    let nonsense = serde_json::json!({ "noSuchField": true });
    api::dispatch(&host, &seat, name, nonsense).await.unwrap_err().code
}

fn expected(role: Role, needs: domain::access::Permission) -> ErrorCode {
    if role.allows(needs) { ErrorCode::Invalid } else { ErrorCode::Denied }
}

#[tokio::test]
async fn a_command_is_refused_to_every_role_without_its_permission() {
    let world = World::sqlite().await;
    for (name, needs) in NEEDS {
        for role in Role::ALL {
            let expected = needs.map_or(ErrorCode::Invalid, |needs| expected(*role, needs));
            assert_eq!(answer(&world, *role, name).await, expected, "{name} by {role}");
        }
    }
}

#[tokio::test]
async fn nobody_signed_in_reaches_nothing() {
    let world = World::sqlite().await;
    let (_folder, path) = testkit::db::scratch();
    let host = Host::new(Paths::new(path), world.app.clock.clone(), world.app.ids.clone());
    for (name, needs) in NEEDS {
        if needs.is_some() {
            let payload = serde_json::json!({});
            let error = api::dispatch(&host, &Seat::default(), name, payload).await.unwrap_err();
            assert_eq!(error.code, ErrorCode::Locked, "{name}");
        }
    }
}

#[test]
fn the_table_is_the_reviewed_one() {
    let mut table = String::from(
        "# command: permission: roles that may (written by this test, reviewed by people)\n",
    );
    for (name, needs) in NEEDS {
        let _ = match needs {
            None => writeln!(table, "{name}: before sign-in"),
            Some(needs) => {
                let roles: Vec<&str> = Role::ALL
                    .iter()
                    .filter(|role| role.allows(*needs))
                    .map(|role| role.as_str())
                    .collect();
                writeln!(table, "{name}: {needs}: {}", roles.join(" "))
            }
        };
    }
    insta::assert_snapshot!("permissions", table);
}
