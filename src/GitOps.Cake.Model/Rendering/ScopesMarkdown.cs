using System.Collections.Immutable;
using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>Several scopes as Markdown: a table with a line for each, then what there is to tell of each. The longest are cut first, all to the same length.</summary>
internal static class ScopesMarkdown
{
    /// <param name="parts">The scopes.</param>
    /// <param name="maximumLength">The length in characters that is not exceeded.</param>
    /// <param name="frame">Puts the text of a scope, which keeps to a length, between what belongs to it.</param>
    public static string Of(ImmutableArray<CommentPart> parts, int maximumLength, Func<CommentPart, int, string> frame)
    {
        var document = new MarkdownDocument(maximumLength);
        var table = Table(parts);
        document.Keep(table, "The table of the scopes is too long for this place.\n");
        ImmutableArray<CommentPart> told = [.. parts.Where(part => part.IsNews)];
        var room = maximumLength - table.Length - 1 - told.Length;
        var share = Share([.. told.Select(part => frame(part, int.MaxValue).Length)], room);
        foreach (var part in told)
            document.Add(frame(part, share), $"What there is to tell of {MarkdownText.Code(part.Scope)} is too long for this place.\n", "");

        return document.ToString();
    }

    /// <summary>One after another, whole or cut.</summary>
    public static string Of(ImmutableArray<CommentPart> parts, int maximumLength) =>
        Of(parts, maximumLength, (part, length) => $"{part.Remark}{part.Text(length == int.MaxValue ? length : length - part.Remark.Length)}");

    // The length to which the longest have to be cut so that all have room together.
    private static int Share(ImmutableArray<int> lengths, int room)
    {
        var left = room;
        var count = lengths.Length;
        foreach (var length in lengths.Order())
        {
            if (length > left / count)
                return Math.Max(0, left / count);

            (left, count) = (left - length, count - 1);
        }

        return int.MaxValue;
    }

    private static string Table(ImmutableArray<CommentPart> parts)
    {
        var table = new StringBuilder("| Scope | |\n|---|---|\n");
        foreach (var part in parts)
            table.Append("| ").Append(MarkdownText.Code(part.Scope)).Append(" | ").Append(part.Line).Append(" |\n");

        return table.ToString();
    }
}
