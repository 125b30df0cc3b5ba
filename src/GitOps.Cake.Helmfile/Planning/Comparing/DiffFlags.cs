using System.Collections.Frozen;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>The flags of <c>helm diff upgrade</c>, by what the engine makes of them.</summary>
internal static class DiffFlags
{
    private static readonly FrozenDictionary<string, DiffFlag> Flags = new Dictionary<string, DiffFlag>(StringComparer.Ordinal)
    {
        ["--three-way-merge"] = Switch("--three-way-merge", (all, on) => all with { ThreeWayMerge = on }),
        ["--normalize-manifests"] = Switch("--normalize-manifests", (all, on) => all with { NormalizeManifests = on }),
        ["--include-tests"] = Switch("--include-tests", (all, on) => all with { IncludeTests = on }),
        ["--include-crds"] = Switch("--include-crds", (all, on) => all with { IncludeCrds = on }),
        ["--no-hooks"] = Switch("--no-hooks", (all, on) => all with { NoHooks = on }),
        ["--strip-trailing-cr"] = Switch("--strip-trailing-cr", (all, on) => all with { StripTrailingCr = on }),
        ["--suppress-secrets"] = Switch("--suppress-secrets", (all, on) => all with { SuppressSecrets = on }),
        ["-q"] = Switch("-q", (all, on) => all with { SuppressSecrets = on }),
        ["--take-ownership"] = Switch("--take-ownership", (all, on) => all with { TakeOwnership = on }),
        ["--reuse-values"] = Switch("--reuse-values", (all, on) => all with { ReuseValues = on }),
        ["--reset-values"] = Switch("--reset-values", (all, on) => all with { ResetValues = on }),
        ["--disable-validation"] = Switch("--disable-validation", (all, on) => all with { DisableValidation = on }),
        ["--context"] = Value((all, value) => all with { Context = DiffArguments.Number("--context", value) }),
        ["-C"] = Value((all, value) => all with { Context = DiffArguments.Number("-C", value) }),
        ["--suppress"] = Value((all, value) => all with { SuppressKinds = all.SuppressKinds.AddRange(value.Split(',')) }),
        ["--suppress-output-line-regex"] = Value((all, value) => all with { SuppressOutputLineRegex = all.SuppressOutputLineRegex.Add(value) }),
        ["--dry-run"] = new(false, (all, value) => all with { WithServer = value == "server" }),
        ["--kube-version"] = Value((all, value) => all with { KubeVersion = value }),
        ["--api-versions"] = Value((all, value) => all with { ApiVersions = all.ApiVersions.Add(value) }),
        ["-a"] = Value((all, value) => all with { ApiVersions = all.ApiVersions.Add(value) }),

        // A plan holds all that these ask for, or nothing else than what they ask for.
        ["--allow-unreleased"] = Nothing,
        ["--install"] = Nothing,
        ["--detailed-exitcode"] = Nothing,
        ["--color"] = Nothing,
        ["--no-color"] = Nothing,
        ["--disable-openapi-validation"] = Nothing,
        ["--find-renames"] = Value((all, _) => all),
        ["-D"] = Value((all, _) => all),

        ["--set"] = Template("--set"),
        ["--set-string"] = Template("--set-string"),
        ["--set-file"] = Template("--set-file"),
        ["--set-json"] = Template("--set-json"),
        ["--set-literal"] = Template("--set-literal"),
        ["--values"] = Template("--values"),
        ["-f"] = Template("--values"),
        ["--post-renderer"] = Template("--post-renderer"),
        ["--post-renderer-args"] = Template("--post-renderer-args"),
        ["--devel"] = TemplateSwitch("--devel"),
        ["--enable-dns"] = TemplateSwitch("--enable-dns"),
        ["--skip-schema-validation"] = TemplateSwitch("--skip-schema-validation"),
        ["--insecure-skip-tls-verify"] = TemplateSwitch("--insecure-skip-tls-verify"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static DiffFlag Nothing => new(false, (all, _) => all);

    public static DiffFlag? Find(string flag) => Flags.GetValueOrDefault(flag);

    private static DiffFlag Switch(string flag, Func<DiffArguments, bool, DiffArguments> read) =>
        new(false, (all, value) => read(all, DiffArguments.Flag(flag, value)));

    private static DiffFlag Value(Func<DiffArguments, string, DiffArguments> read) => new(true, read);

    private static DiffFlag Template(string flag) => Value((all, value) => all with { TemplateWords = all.TemplateWords.Add($"{flag}={value}") });

    private static DiffFlag TemplateSwitch(string flag) => new(false, (all, value) => all with { TemplateWords = all.TemplateWords.Add($"{flag}={value}") });
}
