using System.Collections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Formatting;

internal readonly partial struct ValueFormatter
{
    private void AppendCollection(object value, int depth)
    {
        switch (value)
        {
            case byte[] bytes when _verb.Value is 's' or 'x' or 'X' or 'q':
                AppendText(value, Texts.GoBytes.Decode(bytes));
                break;
            case GoMap map:
                AppendMap(value, map, "interface {}(nil)", depth);
                break;
            case GoStringMap map:
                AppendMap(value, map, "", depth);
                break;
            case IEnumerable list:
                AppendList(value, list, depth);
                break;
            default:
                throw GoValue.NoValue(value);
        }
    }

    private void AppendList(object value, IEnumerable list, int depth)
    {
        var sharp = _directive.SharpValue;
        if (sharp && value is INilSlice)
        {
            _output.Append(GoValue.TypeOf(value)).Append("(nil)");
            return;
        }

        _output.Append(sharp ? GoValue.TypeOf(value) + "{" : "[");
        var separator = "";
        foreach (var item in list)
        {
            _output.Append(separator);
            AppendElement(item, "interface {}(nil)", depth);
            separator = sharp ? ", " : " ";
        }

        _output.Append(sharp ? '}' : ']');
    }

    private void AppendMap<T>(object value, GoDictionary<T> map, string nil, int depth)
    {
        var sharp = _directive.SharpValue;
        _output.Append(sharp ? GoValue.TypeOf(value) + "{" : "map[");
        var separator = "";
        foreach (var (key, item) in map.Ordered())
        {
            _output.Append(separator);
            Append(key, depth + 1);
            _output.Append(':');
            AppendElement(item, nil, depth);
            separator = sharp ? ", " : " ";
        }

        _output.Append(sharp ? '}' : ']');
    }

    private void AppendStruct(GoStruct structure, int depth)
    {
        var sharp = _directive.SharpValue;
        _output.Append(structure.IsPointer ? "&" : "").Append(sharp ? structure.TypeName.TrimStart('*') : "").Append('{');
        for (var index = 0; index < structure.Fields.Length; index++)
        {
            if (index > 0)
                _output.Append(sharp ? ", " : " ");
            if (sharp || _directive.PlusValue)
                _output.Append(structure.Fields[index].Key).Append(':');
            AppendElement(structure.Fields[index].Value, "interface {}(nil)", depth);
        }

        _output.Append('}');
    }

    private void AppendElement(object? item, string nil, int depth)
    {
        if (item is null)
            _output.Append(_directive.SharpValue ? nil : "<nil>");
        else
            Append(item, depth + 1);
    }
}
