using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Reads the hooks of a file or of a release.</summary>
internal static class HookReader
{
    public static ImmutableArray<Hook> Read(Section owner, StateProblems problems) =>
        [.. owner.Sections("hooks").Select(hook => ReadOne(hook, problems))];

    private static Hook ReadOne(Section hook, StateProblems problems)
    {
        var apply = hook.Find("kubectlApply") is null ? null : hook.TextMap("kubectlApply");
        var command = apply is null ? hook.Text("command") ?? "" : "kubectl";
        return new()
        {
            Position = hook.Position,
            Name = hook.NonEmpty("name") ?? (apply is null ? command : "kubectlApply"),
            Events = Values(hook.Texts("events")),
            Command = command,
            Arguments = apply is null ? Values(hook.Texts("args")) : Apply(hook, apply, problems),
            ShowLogs = hook.IsTrue("showlogs"),
        };
    }

    private static ImmutableArray<string> Apply(Section hook, ImmutableSortedDictionary<string, string> apply, StateProblems problems)
    {
        switch (apply.GetValueOrDefault("filename"), apply.GetValueOrDefault("kustomize"))
        {
            case ({ } file, null):
                return ["apply", "-f", file];
            case (null, { } kustomization):
                return ["apply", "-k", kustomization];
            default:
                problems.Add(hook.PositionOf("kubectlApply"), "kubectlApply takes either filename or kustomize.");
                return [];
        }
    }

    private static ImmutableArray<string> Values(ImmutableArray<Placed<string>> texts) => [.. texts.Select(text => text.Value)];
}
