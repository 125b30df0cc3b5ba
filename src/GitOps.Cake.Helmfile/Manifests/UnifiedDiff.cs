using System.Text;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Shows two texts as one, in the form that <c>diff -u</c> made common, without file headers.</summary>
internal static class UnifiedDiff
{
    /// <summary>
    /// The difference; empty where the texts are equal. <paramref name="hidden"/> lines are left out on both sides, and
    /// <paramref name="context"/> equal ones stand around each change, all of them where it is 0.
    /// </summary>
    public static string Of(string before, string after, Func<string, bool>? hidden = null, int context = 3)
    {
        var lines = LineDifference.Compute(Lines(before, hidden), Lines(after, hidden));
        var shown = Shown(lines, context > 0 ? context : lines.Count);
        var text = new StringBuilder();
        for (var index = 0; index < lines.Count; index++)
        {
            if (shown[index])
                text.Append(lines[index].Mark).Append(lines[index].Line).Append('\n');
            else if (index == 0 || shown[index - 1])
                text.Append("@@\n");
        }

        return lines.Exists(line => line.Mark != ' ') ? text.ToString() : "";
    }

    private static bool[] Shown(List<(char Mark, string Line)> lines, int context)
    {
        var shown = new bool[lines.Count];
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Mark == ' ')
                continue;

            for (var near = Math.Max(0, index - context); near <= Math.Min(lines.Count - 1, index + context); near++)
                shown[near] = true;
        }

        return shown;
    }

    private static string[] Lines(string text, Func<string, bool>? hidden)
    {
        if (text.Length == 0)
            return [];

        var lines = text.TrimEnd('\n').Split('\n');
        return hidden is null ? lines : [.. lines.Where(line => !hidden(line))];
    }
}
