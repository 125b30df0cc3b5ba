using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>One line that grows by pieces and breaks at spaces when it gets too long.</summary>
internal sealed class WrappedLine(StringBuilder output, ConsoleStyle style, int indent, int hanging)
{
    private int _column;
    private int _indent = indent;
    private string _spaces = "";
    private Tone _tone;

    public void Add(string text, Tone tone)
    {
        for (var start = 0; start < text.Length;)
        {
            var word = start;
            while (word < text.Length && text[word] == ' ')
            {
                word++;
            }

            var end = text.IndexOf(' ', word);
            end = end < 0 ? text.Length : end;
            _spaces += text[start..word];
            if (end > word)
            {
                AddWord(text[word..end], tone);
            }

            start = end;
        }
    }

    public void End()
    {
        Colour(Tone.Plain);
        output.Append('\n');
    }

    private void AddWord(string word, Tone tone)
    {
        var width = DisplayWidth.Of(word);
        if (_column > 0 && _spaces.Length > 0 && style.Width is { } limit && _column + _spaces.Length + width > limit)
        {
            End();
            (_column, _indent, _spaces) = (0, hanging, "");
        }

        if (_column == 0)
        {
            word = WorkflowCommands.DisarmStart(word);
            output.Append(' ', _indent);
            _column = _indent;
        }

        if (tone != _tone)
        {
            Colour(Tone.Plain);
        }

        output.Append(_spaces);
        Colour(tone);
        output.Append(word);
        _column += _spaces.Length + width;
        _spaces = "";
    }

    private void Colour(Tone tone)
    {
        if (tone != _tone)
        {
            output.Append(Ansi.Around(_tone, style).End).Append(Ansi.Around(tone, style).Start);
            _tone = tone;
        }
    }
}
