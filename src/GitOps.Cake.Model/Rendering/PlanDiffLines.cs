using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>Changed resources as lines that highlighters of diffs colour: + added, - removed, ! changed.</summary>
internal static class PlanDiffLines
{
    /// <summary>The resource and its fields.</summary>
    public static IEnumerable<string> Summary(ResourceChange change, ResourceNames names)
    {
        var remark = ResourceWords.Remark(change) is { Length: > 0 } words ? $" ({words})" : "";
        yield return VisibleText.Escape($"{Sign(ChangeMark.Of(change.Change).Mark)} {names.Of(change)}{remark}");
        foreach (var field in FoldedChanges.Told(change))
        {
            yield return VisibleText.Escape($"{Sign(ChangeMark.Of(field).Mark)}   {FieldWords.Of(field)}");
        }
    }

    /// <summary>What is folded, in one line; none where nothing is.</summary>
    public static IEnumerable<string> Folded(PlannedRelease release) => FoldedChanges.Line(release) is { } line ? [VisibleText.Escape($"! {line}")] : [];

    /// <summary>The unified diff, where the plan has one.</summary>
    public static IEnumerable<string> Diff(ResourceChange change, ResourceNames names)
    {
        if (change.Diff is not { Length: > 0 } diff)
        {
            yield break;
        }

        yield return VisibleText.Escape($"@@ {names.Of(change)} @@");
        foreach (var line in VisibleText.Lines(diff))
        {
            yield return line;
        }
    }

    private static string Sign(string mark) => mark == "~" ? "!" : mark;
}
