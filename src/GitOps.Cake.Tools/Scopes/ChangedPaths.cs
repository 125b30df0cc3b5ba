using System.Collections.Immutable;
using GitOps.Cake.Results;

namespace GitOps.Cake.Scopes;

/// <summary>The files that a change touches, looked up by the inputs of scopes.</summary>
internal sealed class ChangedPaths
{
    private readonly string _root;
    private readonly ImmutableArray<string> _changed;
    private readonly HashSet<string> _files;

    /// <summary>Every folder with a changed file, and the first of them.</summary>
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <param name="root">The repository's folder, without links.</param>
    /// <param name="files">Changed files, from the root.</param>
    public ChangedPaths(string root, ImmutableArray<string> files)
    {
        _root = Path.GetFullPath(root);
        _changed = [.. files.Select(file => Path.GetFullPath(file, _root))];
        _files = new(_changed, StringComparer.Ordinal);
        foreach (var file in _changed)
        {
            for (var folder = Path.GetDirectoryName(file); folder is not null && _folders.TryAdd(folder, file);)
                folder = Path.GetDirectoryName(folder);
        }
    }

    public bool IsEmpty => _changed.IsEmpty;

    /// <summary>A changed file, from the root, that is an input or within one; null where there is none.</summary>
    public string? FirstOf(ScopeInputs inputs)
    {
        var found = inputs.Paths.SelectMany(path => LinkedPath.Places(path)).Select(Find).FirstOrDefault(changed => changed is not null)
            ?? inputs.Patterns.SelectMany(Fitting).FirstOrDefault();
        return found is null ? null : Path.GetRelativePath(_root, found).Replace('\\', '/');
    }

    private string? Find(string path)
    {
        if (_files.Contains(path))
            return path;
        if (_folders.TryGetValue(path, out var within))
            return within;

        // A submodule is one changed path to git, whatever of it is used.
        for (var above = Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
        {
            if (_files.Contains(above))
                return above;
        }

        return null;
    }

    /// <summary>What fits a pattern, and a link or submodule that the pattern goes through.</summary>
    private IEnumerable<string> Fitting(string text)
    {
        var pattern = PathPattern.Of(text);
        return _changed.Where(changed => pattern.IsMatch(changed) || pattern.Through.Contains(changed));
    }
}
