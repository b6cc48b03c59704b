using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner;

/// <summary>Selection of notebooks.</summary>
internal static class NotebookFiles
{
    /// <summary>The notebooks that were named, and those that lie in folders that were named, in the order of their names.</summary>
    /// <exception cref="NotebookException">There is nothing there.</exception>
    internal static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> found = [];
        foreach (string path in paths)
        {
            string[] notebooks = File.Exists(path)
                ? [path]
                : Directory.Exists(path)
                ? [.. Directory.EnumerateFiles(path, "*.ipynb").Order(StringComparer.Ordinal)]
                : [];
            if (notebooks.Length == 0)
                throw new NotebookException($"{path}: there is no notebook.");
            found.AddRange(notebooks);
        }

        return found;
    }
}
