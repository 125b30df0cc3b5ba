using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>Go's <c>fmt.Sprintf</c>. A mistake in the format shows in the result, as <c>%!d(string=x)</c>; it never fails.</summary>
/// <param name="format">The format.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="reserve">Asked with the length so far, before a directive that may make the text much longer.</param>
internal ref partial struct GoFormat(string format, ReadOnlySpan<object?> arguments, Action<long> reserve)
{
    // Go takes no larger width or precision.
    private const int LargestSize = 1_000_000;

    private readonly string _format = format;
    private readonly ReadOnlySpan<object?> _arguments = arguments;
    private readonly Action<long> _reserve = reserve;
    private readonly StringBuilder _output = new();
    private int _position;
    private int _next;
    private bool _isIndexed;
    private bool _isGoodIndex;
    private bool _isAfterIndex;

    /// <summary>Formats.</summary>
    /// <returns>The text.</returns>
    public string Format()
    {
        while (_position < _format.Length)
        {
            var percent = _format.IndexOf('%', _position);
            _output.Append(_format, _position, (percent < 0 ? _format.Length : percent) - _position);
            _position = percent < 0 ? _format.Length : percent + 1;
            if (percent >= 0)
                FormatDirective();
        }

        if (!_isIndexed && _next < _arguments.Length)
            AppendExtra();
        return _output.ToString();
    }

    private void FormatDirective()
    {
        var directive = default(Directive);
        _isGoodIndex = true;
        _isAfterIndex = false;
        ReadFlags(ref directive);
        ReadIndex();
        ReadWidth(ref directive);
        ReadPrecision(ref directive);
        if (!_isAfterIndex)
            ReadIndex();

        if (_position >= _format.Length)
        {
            _output.Append("%!(NOVERB)");
            return;
        }

        Rune.DecodeFromUtf16(_format.AsSpan(_position), out var verb, out var used);
        _position += used;
        if (verb.Value == '%')
            _output.Append('%');
        else if (!_isGoodIndex)
            _output.Append($"%!{verb}(BADINDEX)");
        else if (_next >= _arguments.Length)
            _output.Append($"%!{verb}(MISSING)");
        else
            FormatArgument(directive, verb);
    }

    private void FormatArgument(Directive directive, Rune verb)
    {
        if (verb.Value is 'v' or 'w')
        {
            (directive.SharpValue, directive.Sharp) = (directive.Sharp, false);
            (directive.PlusValue, directive.Plus) = (directive.Plus, false);
        }

        new ValueFormatter(_output, directive, verb, _reserve).Append(_arguments[_next++]);
    }

    private void AppendExtra()
    {
        _output.Append("%!(EXTRA ");
        for (var index = _next; index < _arguments.Length; index++)
        {
            if (index > _next)
                _output.Append(", ");
            if (_arguments[index] is { } argument)
            {
                _output.Append(GoValue.TypeOf(argument)).Append('=');
                new ValueFormatter(_output, default, new('v'), _reserve).Append(argument);
            }
            else
                _output.Append("<nil>");
        }

        _output.Append(')');
    }
}
