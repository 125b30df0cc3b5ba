using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads the hooks of a file or of a release.</summary>
internal static class HookReader
{
    public static ImmutableArray<Hook> Read(Section owner) => [.. owner.Sections("hooks").Select(ReadOne)];

    private static Hook ReadOne(Section hook)
    {
        // An empty map asks for nothing.
        var apply = hook.Find("kubectlApply") is null || hook.TextMap("kubectlApply") is not { IsEmpty: false } given ? null : given;
        var command = apply is null ? hook.Text("command") ?? "" : "kubectl";
        var arguments = apply is null ? Values(hook.Texts("args")) : Apply(apply);
        return new()
        {
            Position = hook.Position,
            Name = hook.NonEmpty("name") ?? (apply is null ? command : "kubectlApply"),
            Events = Values(hook.Texts("events")),
            Command = command,
            Arguments = arguments ?? [],
            Mistake = arguments is null ? "kubectlApply takes either filename or kustomize" : null,
            ShowLogs = hook.IsTrue("showlogs"),
        };
    }

    private static ImmutableArray<string>? Apply(ImmutableSortedDictionary<string, string> apply) =>
        (apply.GetValueOrDefault("filename"), apply.GetValueOrDefault("kustomize")) switch
        {
            ({ } file, null) => ["apply", "-f", file],
            (null, { } kustomization) => ["apply", "-k", kustomization],
            _ => null,
        };

    private static ImmutableArray<string> Values(ImmutableArray<Placed<string>> texts) => [.. texts.Select(text => text.Value)];
}
