using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>Flags that must not come in through free words, because the reader of the answer or the scope owns them.</summary>
internal static class OwnedFlags
{
    private const string OfReader = "the answer could not be read any more";
    private const string OfScope = "the scope says where to";
    private const string OfSecrets = "it shows the values of Secrets";

    private static readonly (string Flag, string Reason)[] Everywhere =
    [
        ("--output", OfReader), ("-o", OfReader), ("--color", OfReader), ("--no-color", OfReader), ("--output-color", OfReader),
        ("--context", "whole manifests are read; the plan's own Context says how much is shown"), ("-C", OfReader),
        ("--show-secrets", OfSecrets), ("--show-secrets-decoded", OfSecrets),
        ("--detailed-exitcode", OfReader), ("--quiet", OfReader), ("-q", OfReader),
        ("--kubeconfig", OfScope), ("--kube-context", OfScope), ("--namespace", OfScope), ("-n", OfScope),
    ];

    /// <summary>What is wrong with free words, each a sentence that names the setting.</summary>
    public static IEnumerable<string> Problems(string setting, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length == 0 || word.Any(char.IsWhiteSpace))
            {
                yield return $"{setting} has the word \"{word}\": helmfile splits such words at blanks, and can hand on neither a blank nor an empty word.";
                continue;
            }

            var name = word.Split('=', 2)[0];
            if (Everywhere.FirstOrDefault(owned => owned.Flag == name) is { Flag: not null } found)
                yield return $"{setting} must not have {found.Flag}: {found.Reason}.";
        }
    }
}
