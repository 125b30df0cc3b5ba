using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Finds keys that ask for what the native engine does not do.</summary>
internal static class RefusedKeys
{
    /// <summary>Adds a problem for every key of a section that is set and refused. A value that asks for nothing is none.</summary>
    /// <param name="section">The section.</param>
    /// <param name="changes">Whether a cluster may be changed.</param>
    /// <param name="problems">Hears of them.</param>
    public static void Check(Section section, bool changes, StateProblems problems)
    {
        foreach (var field in section.Fields.Where(field => IsRefused(field.Key.Support, changes) && AsksForSomething(field)))
            problems.Refuse(field.Position, $"{field.Key.Name} ({field.Key.Meaning}) is not supported by the native engine: {field.Key.Note}.");
    }

    /// <summary>A warning for every key of a section that is set and not followed.</summary>
    public static IEnumerable<string> Ignored(Section section) => section.Fields
        .Where(field => field.Key.Support == KeySupport.Ignored && AsksForSomething(field))
        .Select(field => new StateProblem(field.Position, $"{field.Key.Name} is not followed by the native engine: {field.Key.Note}.").ToString());

    private static bool IsRefused(KeySupport support, bool changes) => support == KeySupport.Refused || (changes && support == KeySupport.RefusedForChanges);

    private static bool AsksForSomething(Field field) => !field.IsZero && !(field.Value is string value && field.Key.Harmless.Contains(value));
}
