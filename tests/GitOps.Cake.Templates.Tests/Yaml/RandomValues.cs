using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Yaml;

/// <summary>Which numbers a text form keeps apart.</summary>
public enum RandomNumbers
{
    /// <summary>Integers of Go's three kinds and floats with a fraction; dates too.</summary>
    All,

    /// <summary>Floats alone, as JSON knows them.</summary>
    Floats,
}

/// <summary>Random values for round trips, from a seed: the same ones on every run.</summary>
internal sealed class RandomValues(int seed)
{
    private const string Characters = "aaabyYnNeE01289~.-_+:#,[]{}&*!|>'\"%@`?= \t\n\\/<é€\u00A0\u0085\u2028\u0001\uFEFF\u007F";

    private static readonly string[] Words =
    [
        "", "true", "No", "null", "~", "1", "0x1F", "1e3", "08", "2024-01-02", "12:30", "<<", "=", "---", "...", "- x", "a: b", "a #b", "key:", " x", "x ", "\n", "\n\n", "a\n", "  a\nb", "a\n\nb\n", "a \nb", "\U0001F600", "{{ x }}",
    ];

    private readonly Random _random = new(seed);

    public RandomNumbers Numbers { get; init; }

    public object? Next(int depth = 0) => _random.Next(depth > 4 ? 6 : 9) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => Number(),
        3 or 4 or 5 => Text(),
        6 => List(depth),
        _ => Map(depth),
    };

    public string Text()
    {
        if (_random.Next(3) == 0)
            return Words[_random.Next(Words.Length)];

        var text = new char[_random.Next(_random.Next(10) == 0 ? 200 : 12)];
        for (var index = 0; index < text.Length; index++)
            text[index] = Characters[_random.Next(Characters.Length)];
        return new string(text);
    }

    private object Number()
    {
        if (Numbers == RandomNumbers.Floats)
            return _random.Next(3) == 0 ? _random.Next(-1000, 1000) : BitConverter.Int64BitsToDouble(_random.NextInt64()) is var any && double.IsFinite(any) ? any : 0.5;
        return _random.Next(5) switch
        {
            0 => (nint)_random.NextInt64(long.MinValue, long.MaxValue),
            1 => (ulong)_random.NextInt64() + long.MaxValue + 1UL,
            2 => _random.NextDouble() * Math.Pow(10, _random.Next(-300, 4)) + 0.1 * (_random.Next(2) == 0 ? double.Epsilon : 0),
            3 => new GoTime(_random.NextInt64(-62_000_000_000, 250_000_000_000), _random.Next(2) * _random.Next(1_000_000_000)),
            _ => (nint)_random.Next(-10, 10),
        };
    }

    private List<object?> List(int depth)
    {
        var list = new List<object?>();
        for (var count = _random.Next(4); count > 0; count--)
            list.Add(Next(depth + 1));
        return list;
    }

    private GoMap Map(int depth)
    {
        var map = new GoMap();
        for (var count = _random.Next(_random.Next(20) == 0 ? 30 : 5); count > 0; count--)
        {
            // go-yaml writes a key << without quotes, and then merges.
            if (Text() is not "<<" and var key)
                map[key] = Next(depth + 1);
        }

        return map;
    }
}
