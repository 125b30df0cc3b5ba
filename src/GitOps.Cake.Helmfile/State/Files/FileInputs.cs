using System.Collections.Concurrent;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Remembers what a load looks at, found or not: what may change the outcome when it changes.</summary>
internal sealed class FileInputs
{
    private readonly ConcurrentDictionary<string, bool> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _programs = new(StringComparer.Ordinal);

    /// <summary>A file or folder, absolute.</summary>
    /// <returns>The same path.</returns>
    public string Add(string path)
    {
        _paths[path] = true;
        return path;
    }

    /// <summary>A path or pattern, absolute.</summary>
    public string AddPattern(string pattern)
    {
        (GoGlob.HasMeta(pattern) ? _patterns : _paths)[pattern] = true;
        return pattern;
    }

    /// <summary>The files of a folder whose names fit.</summary>
    /// <returns>The folder.</returns>
    public string AddNamed(string folder, string names)
    {
        _patterns[$"{GoGlob.Escape(folder)}{Path.DirectorySeparatorChar}{names}"] = true;
        return folder;
    }

    /// <summary>A program that was run: nobody knows what it reads.</summary>
    public void AddProgram(string program) => _programs[program] = true;

    /// <summary>All of it.</summary>
    /// <param name="knowsPrograms">Whether somebody declared what programs read.</param>
    public ScopeInputs ToResult(bool knowsPrograms) => new()
    {
        Paths = [.. _paths.Keys.Order(StringComparer.Ordinal)],
        Patterns = [.. _patterns.Keys.Order(StringComparer.Ordinal)],
        Doubts = knowsPrograms ? [] :
        [
            .. _programs.Keys.Order(StringComparer.Ordinal).Select(program => $"It runs {program} while it is read, and nobody knows what that reads; declare it as the scope's Inputs."),
        ],
    };
}
