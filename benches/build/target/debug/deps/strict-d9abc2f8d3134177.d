/work/main/benches/build/target/debug/deps/strict-d9abc2f8d3134177.d: strict/src/main.rs strict/src/../../program.rs Cargo.toml

/work/main/benches/build/target/debug/deps/libstrict-d9abc2f8d3134177.rmeta: strict/src/main.rs strict/src/../../program.rs Cargo.toml

strict/src/main.rs:
strict/src/../../program.rs:
Cargo.toml:

# env-dep:CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__
# env-dep:CLIPPY_CONF_DIR
