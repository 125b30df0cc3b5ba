using System.Globalization;

namespace GitOps.Cake.Tooling;

/// <summary>A process and all that it started, as it was at one moment.</summary>
internal sealed class ProcessTree
{
    private readonly List<(int Id, long StartTime)> _members = [];
    private readonly Dictionary<int, int> _parents = [];

    private ProcessTree(int root)
    {
        var processes = OperatingSystem.IsLinux() ? ReadAll() : [];
        var wanted = new HashSet<int> { root };
        _members.Add((root, processes.GetValueOrDefault(root).StartTime));

        // A child has a later start than its parent, but ids wrap around: passes until nothing new turns up.
        bool grew;
        do
        {
            grew = false;
            foreach (var (id, (parent, startTime)) in processes)
            {
                if (wanted.Contains(parent) && wanted.Add(id))
                {
                    _members.Add((id, startTime));
                    _parents[id] = parent;
                    grew = true;
                }
            }
        }
        while (grew);
    }

    public static ProcessTree Of(int processId) => new(processId);

    /// <summary>
    /// Interrupts every process, as a terminal does with the group in front: a shell alone would first wait for its child.
    /// </summary>
    public void Interrupt() => _members.ForEach(member => Send(member, Posix.SigInt));

    /// <summary>Interrupts every process but those of a name and what these started.</summary>
    public void InterruptAllBut(string name) => _members.FindAll(member => !IsBelow(member.Id, name)).ForEach(member => Send(member, Posix.SigInt));

    /// <summary>Kills what is left, processes that lost their parent too.</summary>
    public void Kill() => _members.ForEach(member => Send(member, Posix.SigKill));

    private bool IsBelow(int id, string name)
    {
        for (var current = id; _parents.TryGetValue(current, out var parent); current = parent)
        {
            if (Name(current) == name)
                return true;
        }

        return false;
    }

    private static void Send((int Id, long StartTime) member, int signal)
    {
        // An id may have been given to another process in between; its start tells.
        if (!OperatingSystem.IsLinux() || Read(member.Id) is { } now && now.StartTime == member.StartTime)
            Posix.Send(member.Id, signal);
    }

    private static Dictionary<int, (int Parent, long StartTime)> ReadAll()
    {
        var processes = new Dictionary<int, (int, long)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Read(id) is { } process)
            {
                processes[id] = process;
            }
        }

        return processes;
    }

    private static string? Name(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/comm").TrimEnd('\n');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Fields 4 and 22 of <c>/proc/ID/stat</c>; the name in field 2 may hold anything, so it is skipped from behind.</summary>
    private static (int Parent, long StartTime)? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
