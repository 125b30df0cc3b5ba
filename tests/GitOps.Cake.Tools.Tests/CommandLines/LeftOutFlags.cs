namespace GitOps.Cake.Tests.CommandLines;

/// <summary>The flags that no setting has, each with its reason. An empty command means every command.</summary>
internal static class LeftOutFlags
{
    private const string OfReader = "The reader of the answer owns it.";
    private const string Interactive = "It asks questions, or is for what is shown before one: a build answers none.";
    private const string NoEffect = "It is declared and has no effect.";

    public static (string Command, string Flag, string Reason)[] All { get; } =
    [
        ("", "--quiet", OfReader),
        ("", "--color", OfReader),
        ("", "--debug", OfReader),
        ("", "--log-level", OfReader),
        ("", "--enable-live-output", OfReader),
        ("", "--interactive", Interactive),
        ("", "--strip-args-values-on-exit-error", "It is on; off, errors would show the values of --set."),
        ("", "--allow-failed-releases", "A release that is left out of a plan without a word looks unchanged in it."),
        ("", "--otel-tracing", "It is a matter of the machine, and has a variable: HELMFILE_OTEL_TRACING."),
        ("", "--enforce-plugin-verification", "It is for init alone, and stands in its settings."),
        ("", "--help", "It does nothing."),
        ("", "--version", "It stands for the command version."),
        ("apply", "--output", OfReader), ("diff", "--output", OfReader), ("list", "--output", OfReader), ("print-env", "--output", OfReader), ("version", "--output", OfReader),
        ("apply", "--show-secrets", "Values of Secrets must not be printed."), ("diff", "--show-secrets", "Values of Secrets must not be printed."),
        ("apply", "--context", "The whole text is read; how much of it a plan shows is DiffOptions.Context."), ("diff", "--context", "The whole text is read; how much of it a plan shows is DiffOptions.Context."),
        ("apply", "--skip-cleanup", "It leaves files with decrypted values behind."), ("template", "--skip-cleanup", "It leaves files with decrypted values behind."),
        ("sync", "--detailed-exitcode", "The summary tells what was synced."),
        ("sync", "--context", Interactive), ("sync", "--output", Interactive), ("sync", "--diff-args", Interactive), ("sync", "--suppress", Interactive),
        ("sync", "--suppress-secrets", Interactive), ("sync", "--show-secrets", Interactive), ("sync", "--no-hooks", Interactive), ("sync", "--suppress-diff", Interactive),
        ("sync", "--skip-diff-on-install", Interactive), ("sync", "--skip-diff-validation-on-install", Interactive), ("sync", "--include-tests", Interactive),
        ("sync", "--strip-trailing-cr", Interactive), ("sync", "--suppress-output-line-regex", Interactive),
        ("destroy", "--deleteWait", NoEffect), ("destroy", "--deleteTimeout", NoEffect), ("test", "--cleanup", NoEffect), ("list", "--keep-temp-dir", NoEffect),
        ("unittest", "--color", OfReader),
    ];
}
