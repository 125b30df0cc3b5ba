using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Lines for a console. Whatever is written passes one door: it is made visible, cannot order a CI system about, and is wrapped at
/// spaces only, never inside a word: a masker of secrets must find them whole.
/// </summary>
internal sealed class ConsoleCanvas(ConsoleStyle style)
{
    private readonly StringBuilder _text = new();

    public void Blank() => _text.Append('\n');

    /// <summary>Writes a line; what does not fit goes on, indented by <paramref name="hanging"/>.</summary>
    public void Line(int indent, int hanging, params ReadOnlySpan<Piece> pieces)
    {
        var line = new WrappedLine(_text, style, indent, hanging);
        foreach (var piece in pieces)
        {
            line.Add(WorkflowCommands.Disarm(VisibleText.Escape(piece.Text)), piece.Tone);
        }

        line.End();
    }

    /// <summary>Writes a line whose rest, where there is one, is indented by four more columns.</summary>
    public void Line(int indent, params ReadOnlySpan<Piece> pieces) => Line(indent, indent + 4, pieces);

    /// <summary>Writes text of several lines; wrapped lines go on two columns further in.</summary>
    public void Paragraph(int indent, string text, Tone tone = Tone.Plain)
    {
        foreach (var line in VisibleText.Lines(text.ReplaceLineEndings("\n")))
        {
            Line(indent, indent + 2, new Piece(line, tone));
        }
    }

    /// <summary>Writes a unified diff as it is, never wrapped.</summary>
    public void Diff(int indent, string diff)
    {
        foreach (var line in VisibleText.Lines(diff))
        {
            var (start, end) = Ansi.Around(ToneOf(line), style);
            _text.Append(' ', indent).Append(start).Append(WorkflowCommands.DisarmStart(WorkflowCommands.Disarm(line))).Append(end).Append('\n');
        }
    }

    /// <summary>
    /// Writes a head and rows in columns without lines between them; the last column is wrapped. Where even that is too wide, each row
    /// is a line of its own that is wrapped, without a head.
    /// </summary>
    public void Table(string[] head, IEnumerable<Piece[]> body)
    {
        var rows = body.Prepend([.. head.Select(name => new Piece(name, Tone.Faint))]).ToList();
        var widths = rows[0].Select((_, column) => rows.Max(row => DisplayWidth.Of(VisibleText.Escape(row[column].Text)))).ToArray();
        var last = widths.Length - 1;
        var before = widths.Take(last).Sum(width => width + 2);
        var isNarrow = style.Width < before + Math.Min(widths[last], 24);
        foreach (var row in rows.Skip(isNarrow ? 1 : 0))
        {
            Line(0, isNarrow ? 4 : before, [.. row.Select((cell, column) => column == last ? cell : Padded(cell, isNarrow ? 0 : widths[column]))]);
        }
    }

    public override string ToString() => _text.ToString();

    private static Piece Padded(Piece cell, int width) =>
        cell with { Text = cell.Text + new string(' ', Math.Max(0, width - DisplayWidth.Of(VisibleText.Escape(cell.Text))) + 2) };

    private static Tone ToneOf(string line) => line switch
    {
        ['+', ..] => Tone.Add,
        ['-', ..] => Tone.Remove,
        ['@', ..] => Tone.Faint,
        _ => Tone.Plain,
    };
}
