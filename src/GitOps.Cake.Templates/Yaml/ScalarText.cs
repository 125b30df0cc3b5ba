namespace GitOps.Cake.Templates.Yaml;

/// <summary>The text of a scalar: mostly a piece of the source; a string of its own where escapes or line ends were resolved.</summary>
internal readonly ref struct ScalarText
{
    private readonly string? _resolved;

    public ScalarText(ReadOnlySpan<char> piece, bool isQuoted)
    {
        Span = piece;
        IsQuoted = isQuoted;
    }

    public ScalarText(string resolved, bool isQuoted)
    {
        this._resolved = resolved;
        Span = resolved;
        IsQuoted = isQuoted;
    }

    public ReadOnlySpan<char> Span { get; }

    /// <summary>Whether it stands in quotes or in a block, so that it is nothing but a text.</summary>
    public bool IsQuoted { get; }

    public override string ToString() => _resolved ?? Span.ToString();

    public string ToString(TextPool pool) => _resolved ?? pool.Get(Span);
}
