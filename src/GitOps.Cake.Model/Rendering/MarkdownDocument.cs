using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Blocks of Markdown that have shorter forms. Where the whole is longer than it may be, the largest blocks take a shorter form first, and
/// those that are to be kept come last.
/// </summary>
internal sealed class MarkdownDocument(int maximumLength)
{
    private readonly List<Block> _blocks = [];

    /// <summary>Whether a block takes a shorter form than it could; known once the text was made.</summary>
    public bool IsCut => _blocks.Any(block => block.Form > 0);

    /// <summary>Adds a block.</summary>
    /// <param name="forms">Its forms, longest first. The last is always taken where no other fits; it may be empty.</param>
    public void Add(params string[] forms) => _blocks.Add(new(forms, IsKept: false));

    /// <summary>Adds a block that is shortened only when nothing else can be.</summary>
    /// <param name="forms">Its forms, longest first.</param>
    public void Keep(params string[] forms) => _blocks.Add(new(forms, IsKept: true));

    public override string ToString()
    {
        // One newline between two blocks.
        var left = maximumLength - _blocks.Sum(block => block.Length + 1);
        while (left < 0 && Next() is { } block)
        {
            left += block.Length;
            block.Form++;
            left -= block.Length;
        }

        var text = new StringBuilder();
        foreach (var block in _blocks.Where(block => block.Length > 0))
            text.Append(text.Length > 0 ? "\n" : "").Append(block.Text);

        return text.ToString();
    }

    private Block? Next() => _blocks.Where(block => block.Form < block.Forms.Length - 1).MinBy(block => (block.IsKept, -block.Length));

    private sealed record Block(string[] Forms, bool IsKept)
    {
        public int Form { get; set; }

        public string Text => Forms[Form];

        public int Length => Text.Length;
    }
}
