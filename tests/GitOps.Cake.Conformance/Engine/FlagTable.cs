using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>The flags of helmfile 1.8, per command: a name, or short and long name with a bar between them.</summary>
internal static class FlagTable
{
    private static readonly string[] Values = ["values*", "set*"];
    private static readonly string[] Needs = ["skip-needs", "include-needs", "include-transitive-needs"];
    private static readonly string[] PostRenderer = ["post-renderer=", "post-renderer-args*"];

    private static readonly string[] Diff =
    [
        "context#", "output=", "detailed-exitcode", "strip-trailing-cr", "diff-args=", "include-tests", "suppress*", "suppress-secrets", "show-secrets",
        "no-hooks", "suppress-diff", "skip-diff-on-install", "skip-diff-validation-on-install", "suppress-output-line-regex*",
    ];

    private static readonly string[] Upgrade =
    [
        "sync-args=", "skip-crds", "hide-notes", "take-ownership", "server-side=", "sync-release-labels", "wait", "wait-for-jobs", "timeout#", "reuse-values",
        "reset-values", "skip-schema-validation", "cascade=", "track-mode=", "track-timeout#", "track-logs", "track-failed-logs", "helm-stuck-grace#",
        "track-fail-on-error", "description=", "template-args=",
    ];

    private static readonly ImmutableDictionary<string, ImmutableDictionary<string, FlagKind>> Commands = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["apply"] = [.. Values, .. Needs, .. PostRenderer, .. Diff, .. Upgrade, "concurrency#", "validate", "args=", "skip-cleanup", "enforce-needs-are-installed"],
        ["sync"] = [.. Values, .. Needs, .. PostRenderer, .. Diff, .. Upgrade, "concurrency#", "validate", "args=", "enforce-needs-are-installed"],
        ["diff"] =
        [
            .. Values, .. Needs, .. PostRenderer, .. Diff, "concurrency#", "validate", "args=", "template-args=", "enforce-needs-are-installed", "reuse-values", "reset-values",
            "take-ownership", "server-side=",
        ],
        ["template"] =
        [
            .. Values, .. Needs, .. PostRenderer, "args=", "output-dir=", "output-dir-template=", "concurrency#", "validate", "include-crds", "skip-tests",
            "enforce-needs-are-installed", "skip-cleanup", "no-hooks", "skip-schema-validation", "kube-version=", "show-only*", "template-args=",
        ],
        ["destroy"] = ["args=", "cascade=", "concurrency#", "skip-charts", "deleteWait", "deleteTimeout#"],
        ["lint"] = [.. Values, .. Needs, "args=", "concurrency#"],
        ["unittest"] = [.. Values, .. Needs, "args=", "concurrency#", "fail-fast", "color", "debug-plugin"],
        ["test"] = ["args=", "concurrency#", "cleanup", "logs", "timeout#"],
        ["list"] = ["keep-temp-dir", "skip-charts", "output="],
        ["build"] = ["embed-values"],
        ["status"] = ["args=", "concurrency#"],
        ["deps"] = ["args=", "concurrency#", "skip-repos"],
        ["repos"] = ["args="],
        ["fetch"] = ["concurrency#", "output-dir=", "output-dir-template=", "write-output"],
        ["write-values"] = [.. Values, "concurrency#", "output-file-template="],
        ["print-env"] = ["output="],
        ["show-dag"] = [],
        ["cache"] = [],
        ["init"] = ["force"],
        ["create"] = ["o|output-dir=", "force"],
        ["version"] = ["o|output="],
    }.ToImmutableDictionary(command => command.Key, command => Flags([.. command.Value, .. Global]), StringComparer.Ordinal);

    private static string[] Global =>
    [
        "b|helm-binary=", "k|kustomize-binary=", "f|file=", "e|environment=", "state-values-set*", "state-values-set-string*", "state-values-file*", "skip-deps",
        "skip-refresh", "strip-args-values-on-exit-error", "disable-force-update", "enforce-plugin-verification", "oci-plain-http", "repo-retries#", "q|quiet",
        "kubeconfig=", "kube-context=", "debug", "color", "no-color", "log-level=", "n|namespace=", "c|chart=", "l|selector*", "allow-no-matching-release",
        "allow-failed-releases", "otel-tracing", "enable-live-output", "i|interactive", "sequential-helmfiles", "h|help", "v|version",
    ];

    /// <summary>The flags before a command is known.</summary>
    public static ImmutableDictionary<string, FlagKind> OfAll { get; } = Flags(Global);

    /// <summary>The flags of a command with the global ones, by long and short name; null for no command of helmfile's.</summary>
    public static ImmutableDictionary<string, FlagKind>? Of(string command) => Commands.GetValueOrDefault(command);

    /// <summary>The long name of a flag.</summary>
    public static string LongName(string name, string command) => name.Length > 1 ? name
        : name == "o" && command is "create" ? "output-dir"
        : name == "o" ? "output"
        : Global.First(flag => flag.StartsWith($"{name}|", StringComparison.Ordinal))[2..].TrimEnd('=', '*', '#');

    private static ImmutableDictionary<string, FlagKind> Flags(string[] specs) => specs.SelectMany(Names).DistinctBy(flag => flag.Key)
        .ToImmutableDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, FlagKind>> Names(string spec)
    {
        var kind = spec[^1] switch
        {
            '=' => FlagKind.Text,
            '#' => FlagKind.Number,
            '*' => FlagKind.Texts,
            _ => FlagKind.Switch,
        };
        return spec.TrimEnd('=', '*', '#').Split('|').Select(name => KeyValuePair.Create(name, kind));
    }
}
