namespace GitOps.Cake.Templates.Yaml;

/// <summary>Hands out one string for texts that come again and again, such as the keys of manifests. A place holds the last text that fell on it.</summary>
internal sealed class TextPool
{
    private const int Size = 4096;
    private const int LongestText = 40;

    private readonly string?[] places = new string?[Size];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestText)
            return text.ToString();

        var hash = (uint)text.Length;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        ref var place = ref places[(hash ^ (hash >> 16)) % Size];
        if (place is { } known && text.SequenceEqual(known))
            return known;
        return place = text.ToString();
    }
}
