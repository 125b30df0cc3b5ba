using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>Maps of nothing, sorted as Go sorts.</summary>
internal static class Empty
{
    public static ImmutableSortedDictionary<string, string> Texts { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, Section> Sections { get; } =
        ImmutableSortedDictionary.Create<string, Section>(StringComparer.Ordinal);
}
