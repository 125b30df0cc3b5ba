using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Blocks of Markdown that have shorter forms. The document takes the longest form of each, the first blocks first, that keeps it
/// within a length.
/// </summary>
internal sealed class MarkdownDocument(int maximumLength)
{
    private readonly List<string[]> _blocks = [];

    /// <summary>Adds a block.</summary>
    /// <param name="forms">Its forms, longest first. The last is always taken where no other fits; it may be empty.</param>
    public void Add(params string[] forms) => _blocks.Add(forms);

    public override string ToString()
    {
        // One newline between two blocks.
        var left = maximumLength - _blocks.Sum(forms => forms[^1].Length + 1);
        var text = new StringBuilder();
        foreach (var forms in _blocks)
        {
            var form = forms.First(form => form.Length - forms[^1].Length <= left || form == forms[^1]);
            left -= form.Length - forms[^1].Length;
            if (form.Length > 0)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(form);
            }
        }

        return text.ToString();
    }
}
