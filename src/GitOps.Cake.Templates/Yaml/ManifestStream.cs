namespace GitOps.Cake.Templates.Yaml;

/// <summary>Splits what <c>helm template</c>, <c>helm get manifest</c> and release records hold into documents.</summary>
public static class ManifestStream
{
    private const string Mark = "---";
    private const string SourceComment = "# Source: ";

    /// <summary>Splits a stream at its lines of <c>---</c>; documents of blanks and comments alone are left out.</summary>
    /// <param name="text">The stream.</param>
    /// <returns>The documents in their order.</returns>
    public static IReadOnlyList<ManifestDocument> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var documents = new List<ManifestDocument>();
        var (start, line, at, atLine) = (0, 1, 0, 1);
        while (at < text.Length)
        {
            if (IsMark(text, at))
            {
                Add(documents, text, start, at, line);
                (start, line) = (at + Mark.Length, atLine);
            }

            var length = text.AsSpan(at).IndexOf('\n');
            at = length < 0 ? text.Length : at + length + 1;
            atLine++;
        }

        Add(documents, text, start, text.Length, line);
        return documents;
    }

    private static bool IsMark(string text, int at) =>
        text.AsSpan(at).StartsWith(Mark, StringComparison.Ordinal)
        && (at + Mark.Length == text.Length || text[at + Mark.Length] is '\n' or '\r' or ' ' or '\t');

    private static void Add(List<ManifestDocument> documents, string text, int start, int end, int line)
    {
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;

        string? source = null;
        var hasContent = false;
        var begin = start;
        for (var at = start; at < end && !hasContent;)
        {
            var length = text.AsSpan(at, end - at).IndexOf('\n');
            var next = length < 0 ? end : at + length + 1;
            var content = text.AsSpan(at, next - at).Trim();
            if (content.IsEmpty && at == begin)
            {
                begin = next;
                line++;
            }
            else if (content.StartsWith(SourceComment, StringComparison.Ordinal))
                source ??= content[SourceComment.Length..].ToString();

            hasContent = !content.IsEmpty && content[0] != '#';
            at = next;
        }

        if (hasContent)
            documents.Add(new ManifestDocument(text.AsMemory(begin, end - begin), source, line));
    }
}
