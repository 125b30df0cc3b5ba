namespace GitOps.Cake.Templates.Yaml;

/// <summary>Hands out one string for texts that come again and again, such as the keys of manifests. A place holds the last text that fell on it.</summary>
internal sealed class TextPool
{
    // A power of two: the hash's highest 12 bits are the place.
    private const int Size = 1 << 12;
    private const int LongestText = 40;

    private readonly string?[] _places = new string?[Size];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestText)
            return text.ToString();

        // Length and four characters tell the keys of manifests apart well enough.
        var length = text.Length;
        var hash = (uint)length;
        hash = (hash * 31) + text[0];
        hash = (hash * 31) + text[length / 3];
        hash = (hash * 31) + text[length * 2 / 3];
        hash = (hash * 31) + text[length - 1];
        ref var place = ref _places[(hash * 2654435769u) >> 20];
        if (place is { } known && text.SequenceEqual(known))
            return known;
        return place = text.ToString();
    }
}
