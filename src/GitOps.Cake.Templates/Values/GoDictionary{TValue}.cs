using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GitOps.Cake.Templates.Values;

/// <summary>
/// A map of Go with text keys: a reference (two holders see each other's changes), enumerated in the order of the
/// keys' UTF-8 bytes. An enumeration sees the map as it was when it began. Reading from several threads is safe,
/// changing is not.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public abstract class GoDictionary<TValue> : IReadOnlyDictionary<string, TValue>
{
    // Most maps of a manifest have a handful of keys: a scan over them is as fast as hashing and far smaller.
    private const int ScanLimit = 8;

    private KeyValuePair<string, TValue>[] _entries;
    private Dictionary<string, int>? _positions;
    private KeyValuePair<string, TValue>[]? _ordered;

    private protected GoDictionary(int capacity) =>
        _entries = capacity == 0 ? [] : new KeyValuePair<string, TValue>[capacity];

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public IEnumerable<string> Keys => Ordered().Select(entry => entry.Key);

    /// <inheritdoc />
    public IEnumerable<TValue> Values => Ordered().Select(entry => entry.Value);

    /// <summary>The value of a key; setting it adds the key or replaces its value.</summary>
    /// <param name="key">The key, compared by its characters.</param>
    /// <exception cref="KeyNotFoundException">The key read is not there.</exception>
    public TValue this[string key]
    {
        get => Find(key) is >= 0 and var at
            ? _entries[at].Value
            : throw new KeyNotFoundException($"The map has no entry for key \"{key}\".");
        set
        {
            if (Find(key) is >= 0 and var at)
            {
                _entries[at] = new(key, value);
                _ordered = null;
            }
            else
                Append(key, value);
        }
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="key">A key that is not there yet.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(string key, TValue value)
    {
        if (!TryAdd(key, value))
            throw new ArgumentException($"The map has an entry for key \"{key}\" already.", nameof(key));
    }

    /// <summary>Adds an entry unless the key is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(string key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Find(key) >= 0)
            return false;

        Append(key, value);
        return true;
    }

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string key)
    {
        var at = Find(key);
        if (at < 0)
            return false;

        // The place of an entry has no meaning, so the last one may fill the gap.
        var last = --Count;
        _positions?.Remove(key);
        if (at != last)
        {
            _entries[at] = _entries[last];
            if (_positions is not null)
                _positions[_entries[at].Key] = at;
        }

        _entries[last] = default;
        _ordered = null;
        return true;
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var at = Find(key);
        value = at < 0 ? default : _entries[at].Value;
        return at >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)Ordered()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries in the order of their keys: a fixed picture, shared until the next change.</summary>
    internal KeyValuePair<string, TValue>[] Ordered()
    {
        if (_ordered is { } known)
            return known;

        var picture = _entries.AsSpan(0, Count).ToArray();
        if (!IsOrdered(picture))
            Array.Sort(picture, static (left, right) => Utf8Comparer.Instance.Compare(left.Key, right.Key));
        _ordered = picture;
        return picture;
    }

    private static bool IsOrdered(KeyValuePair<string, TValue>[] picture)
    {
        for (var index = 1; index < picture.Length; index++)
        {
            if (Utf8Comparer.Instance.Compare(picture[index - 1].Key, picture[index].Key) > 0)
                return false;
        }

        return true;
    }

    private int Find(string key)
    {
        if (_positions is not null)
            return _positions.TryGetValue(key, out var position) ? position : -1;

        for (var index = 0; index < Count; index++)
        {
            if (string.Equals(_entries[index].Key, key, StringComparison.Ordinal))
                return index;
        }

        return -1;
    }

    private void Append(string key, TValue value)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count] = new(key, value);
        _ordered = null;
        if (_positions is not null)
            _positions.Add(key, Count);
        else if (Count == ScanLimit)
            IndexAll();
        Count++;
    }

    private void IndexAll()
    {
        var index = new Dictionary<string, int>(_entries.Length, StringComparer.Ordinal);
        for (var at = 0; at <= ScanLimit; at++)
            index.Add(_entries[at].Key, at);
        _positions = index;
    }
}
