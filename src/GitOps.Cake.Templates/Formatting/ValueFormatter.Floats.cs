namespace GitOps.Cake.Templates.Formatting;

internal readonly partial struct ValueFormatter
{
    private void AppendFloat(object value, double number)
    {
        switch (_verb.Value)
        {
            case 'v':
                AppendFloat(number, 'g', -1);
                break;
            case 'b' or 'g' or 'G' or 'x' or 'X':
                AppendFloat(number, (char)_verb.Value, -1);
                break;
            case 'f' or 'e' or 'E' or 'F':
                AppendFloat(number, (char)_verb.Value, 6);
                break;
            default:
                AppendBad(value);
                break;
        }
    }

    private void AppendFloat(double number, char form, int precision)
    {
        precision = _directive.Precision ?? precision;
        var text = FloatText.Format(number, form, precision);
        if (text[0] is not ('-' or '+'))
            text = '+' + text;
        if (_directive is { Space: true, Plus: false } && text[0] == '+')
            text = string.Concat(" ", text.AsSpan(1));

        if (!double.IsFinite(number))
        {
            var isBare = (double.IsNaN(number) && !_directive.Space && !_directive.Plus) || (text[0] == '+' && !_directive.Plus);
            _directive.PadWithBlanks(_output, isBare && double.IsNaN(number) ? text[1..] : text);
            return;
        }

        if (_directive.Sharp && form != 'b')
            text = WithPoint(text, form, precision);
        if (!_directive.Plus && text[0] == '+')
            _directive.Pad(_output, text[1..]);
        else if (_directive is { Zero: true, Minus: false, Width: { } width } && width > text.Length)
            _output.Append(text[0]).Append('0', width - text.Length).Append(text.AsSpan(1));
        else
            _directive.Pad(_output, text);
    }

    // The sharp flag shows a point always, and with %g the zeros that its precision asks for.
    private static string WithPoint(string text, char form, int precision)
    {
        var missing = form is 'g' or 'G' or 'x' ? precision < 0 ? 6 : precision : 0;
        var mark = form is 'x' or 'X' ? text.AsSpan().IndexOfAny('p', 'P') : text.AsSpan().IndexOfAny('e', 'E');
        var number = mark < 0 ? text : text[..mark];
        var tail = mark < 0 ? "" : text[mark..];
        var significant = number.AsSpan(1).TrimStart("0.");
        missing -= significant.Length - (significant.Contains('.') ? 1 : 0);
        if (!number.Contains('.', StringComparison.Ordinal))
        {
            missing -= number is [_, '0'] ? 1 : 0;
            number += '.';
        }

        return number + new string('0', Math.Max(0, missing)) + tail;
    }
}
